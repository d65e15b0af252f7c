/** Brings practice hosts back to bare: new disks, new host keys, same names and addresses. */
import { addHost, labHosts, removeHost } from "./lab";
import { REFERENCE_ROLES } from "./reference-cluster";

/** The reference network. Source: lab/test.topo. */
const ADDRESSES: Readonly<Record<string, string>> = {
  lb: "10.203.1.210",
  db: "10.203.1.200",
  master1: "10.203.1.220",
  master2: "10.203.1.221",
  worker1: "10.203.1.230",
  worker2: "10.203.1.231",
  worker3: "10.203.1.232",
};

/** Destroys every host of this lab and makes the named ones anew (the reference cluster's by default). */
export async function bareHosts(names = Object.keys(REFERENCE_ROLES)): Promise<void> {
  const present = Object.keys(labHosts());
  if (present.length > 0) await removeHost(...present);
  await Promise.all(names.map((name) => addHost(name, ADDRESSES[name] ?? "")));
}

/** One more bare host. */
export const bareHost = (name: string) => addHost(name, ADDRESSES[name] ?? "");
