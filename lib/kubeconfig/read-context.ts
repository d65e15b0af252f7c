import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { ContextFacts, PastedKubeconfig } from "@/lib/schemas/adopt";
import { checkAddress } from "./check-address";
import type { Config } from "./config";
import { incomplete, obstacle, viaProxy } from "./obstacle";
import { readIdentity } from "./read-identity";
import { readTrust } from "./read-trust";

/** One context, read as far as it goes. */
export interface ContextReading {
  readonly facts: Omit<ContextFacts, "authorities">;
  /** PEM; "" means the public authorities. */
  readonly caPem: string;
  /** Null while there are obstacles. */
  readonly credentials: KubeCredentials | null;
}

/** Reads the context of that name. `parts` is what was pasted beside the kubeconfig. */
export function readContext(
  config: Config,
  name: string,
  parts: PastedKubeconfig["parts"],
): ContextReading {
  const context = config.contexts.find((each) => each.name === name)?.context;
  const cluster = config.clusters.find((each) => each.name === context?.cluster)?.cluster;
  const entry = config.users.find((each) => each.name === context?.user);
  const named = { name, cluster: context?.cluster ?? "", user: context?.user ?? "" };
  const written = cluster?.server ?? "";
  if (cluster === undefined || entry === undefined) {
    const what =
      cluster === undefined ? `the cluster ${named.cluster}` : `the user ${named.user || "–"}`;
    const obstacles = [incomplete(name, what)];
    const facts = { ...named, server: written, identity: null, obstacles };
    return { facts, caPem: "", credentials: null };
  }
  const address = checkAddress(written);
  const trust = readTrust(cluster, { name, parts });
  const identity = readIdentity(entry.user ?? {}, { name, parts });
  const obstacles = [
    ...("obstacle" in address ? [obstacle("address", address.obstacle)] : []),
    ...(cluster["proxy-url"] ? [viaProxy()] : []),
    ...("obstacle" in trust ? [trust.obstacle] : []),
    ...("obstacle" in identity ? [identity.obstacle] : []),
  ];
  const proof = "value" in identity ? identity.value : null;
  const caPem = "value" in trust ? trust.value : "";
  const server = "value" in address ? address.value : written;
  const serverName = cluster["tls-server-name"];
  const credentials =
    proof === null || obstacles.length > 0
      ? null
      : { server, caPem, identity: proof, ...(serverName ? { serverName } : {}) };
  return {
    facts: { ...named, server, identity: proof?.kind ?? null, obstacles },
    ...{ caPem, credentials },
  };
}
