import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { ContextFacts, Obstacle, PastedKubeconfig } from "@/lib/schemas/adopt";
import { checkAddress } from "./check-address";
import type { Config, ConfigCluster, ConfigUser } from "./config";
import { incomplete, obstacle, viaProxy } from "./obstacle";
import { readIdentity } from "./read-identity";
import { readTrust, type Place, type Read } from "./read-trust";

/** One context, read as far as it goes. */
export interface ContextReading {
  readonly facts: Omit<ContextFacts, "authorities">;
  /** PEM; "" means the public authorities. */
  readonly caPem: string;
  /** Null while there are obstacles. */
  readonly credentials: KubeCredentials | null;
}

type Names = Pick<ContextFacts, "name" | "cluster" | "user">;

/** Reads the context of that name. `parts` is what was pasted beside the kubeconfig. */
export function readContext(
  config: Config,
  name: string,
  parts: PastedKubeconfig["parts"],
): ContextReading {
  const context = config.contexts.find((each) => each.name === name)?.context;
  const names = { name, cluster: context?.cluster ?? "", user: context?.user ?? "" };
  const cluster = config.clusters.find((each) => each.name === context?.cluster)?.cluster;
  if (cluster === undefined) return halfThere(names, "", `the cluster ${names.cluster}`);
  const entry = config.users.find((each) => each.name === context?.user);
  if (entry === undefined)
    return halfThere(names, cluster.server ?? "", `the user ${names.user || "–"}`);
  const { facts, ...rest } = readWhole(cluster, entry.user ?? {}, { name, parts });
  return { facts: { ...names, ...facts }, ...rest };
}

/** A context that names something which the file has not. */
function halfThere(names: Names, server: string, missing: string): ContextReading {
  const obstacles = [incomplete(names.name, missing)];
  return { facts: { ...names, server, identity: null, obstacles }, caPem: "", credentials: null };
}

function readWhole(cluster: ConfigCluster, user: ConfigUser, place: Place) {
  const address = readAddress(cluster);
  const trust = readTrust(cluster, place);
  const identity = readIdentity(user, place);
  const obstacles = [address, readProxy(cluster), trust, identity].flatMap(obstaclesOf);
  const server = valueOr(address, cluster.server ?? "");
  const caPem = valueOr(trust, "");
  const proof = valueOr(identity, null);
  const serverName = cluster["tls-server-name"];
  const credentials =
    proof === null || obstacles.length > 0
      ? null
      : { server, caPem, identity: proof, ...(serverName ? { serverName } : {}) };
  return { facts: { server, identity: proof?.kind ?? null, obstacles }, caPem, credentials };
}

function readAddress({ server = "" }: ConfigCluster): Read<string> {
  const checked = checkAddress(server);
  return "value" in checked ? checked : { obstacle: obstacle("address", checked.obstacle) };
}

/** There is nothing to read in a proxy, but one may be in the way. */
const readProxy = (cluster: ConfigCluster): Read<null> =>
  cluster["proxy-url"] ? { obstacle: viaProxy() } : { value: null };

const obstaclesOf = (read: Read<unknown>): readonly Obstacle[] =>
  "obstacle" in read ? [read.obstacle] : [];

const valueOr = <T, Other>(read: Read<T>, other: Other): T | Other =>
  "value" in read ? read.value : other;
