import { z } from "zod";
import { role } from "./role";
import { cidr4, dnsName, ipv4, ipOrDnsName } from "./network";

/** Settings are shown to everybody who may read: no passwords in them. Versions and names are put behind it. */
const mirrorUrl = z
  .url({ protocol: /^https?$/, error: "Write an address such as http://192.168.1.5/k3s." })
  .refine(
    (text) => !/^[^/]*\/\/[^/]*@|[?#]/.test(text),
    "Write the address alone: no name or password, no ? and no # in it.",
  );

/** Where the k3s binary and images come from. The panel fetches once and pushes to the hosts. */
export const artifactSource = z.discriminatedUnion("kind", [
  /** github.com/k3s-io/k3s releases, verified against their checksum file. */
  z.object({ kind: z.literal("release") }),
  /** A mirror with the same file names as a release folder. */
  z.object({ kind: z.literal("mirror"), url: mirrorUrl }),
  /** A bundle that was uploaded to the panel, or a folder named by its operator at start. */
  z.object({ kind: z.literal("bundle"), bundleId: z.string().min(1).max(64) }),
]);
export type ArtifactSource = z.infer<typeof artifactSource>;

export const packagedComponent = z.enum([
  "coredns",
  "servicelb",
  "traefik",
  "local-storage",
  "metrics-server",
]);
export type PackagedComponent = z.infer<typeof packagedComponent>;

/** Source: Kubernetes' object names (RFC 1123 label), shortened so that it fits host and context names. */
const clusterName = z
  .string()
  .regex(
    /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/,
    "Use 1 to 32 lower-case letters, digits and dashes; start with a letter.",
  );

/** MariaDB identifiers that need no quoting anywhere. */
const sqlName = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,30}$/,
    "Use 1 to 31 lower-case letters, digits and underscores; start with a letter.",
  );

export const clusterTopology = z.enum(["ha-external-database", "single-server"]);
export type ClusterTopology = z.infer<typeof clusterTopology>;

/** Everything an operator decides about a cluster. No secrets: those live in the vault under the cluster's id. */
export const clusterSpec = z.object({
  name: clusterName,
  topology: clusterTopology,
  k3sVersion: z
    .string()
    .regex(/^v\d+\.\d+\.\d+\+k3s\d+(-[a-z0-9.]+)?$/, "A k3s version looks like v1.34.4+k3s1."),
  source: artifactSource,
  /** Host id → role; order matters: the first server is started first. */
  members: z
    .array(z.object({ hostId: z.string().min(1), role }))
    .min(1)
    .max(64),
  /** Address under which the API is reached; the load balancer's, or the only server's. */
  apiAddress: ipOrDnsName,
  extraTlsSans: z.array(ipOrDnsName).max(32).default([]),
  clusterCidr: cidr4.default("10.42.0.0/16"),
  serviceCidr: cidr4.default("10.43.0.0/16"),
  clusterDns: ipv4.default("10.43.0.10"),
  clusterDomain: dnsName.default("cluster.local"),
  /** Keeps ordinary pods off the servers: CriticalAddonsOnly=true:NoExecute. */
  serverTaint: z.boolean().default(true),
  disable: z.array(packagedComponent).default([]),
  database: z
    .object({ name: sqlName.default("k3s"), user: sqlName.default("k3s") })
    .default({ name: "k3s", user: "k3s" }),
});
export type ClusterSpec = z.infer<typeof clusterSpec>;
/** The same before defaults are filled in, as a form holds it. */
export type ClusterSpecInput = z.input<typeof clusterSpec>;
