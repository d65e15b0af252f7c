import { plural } from "@/lib/format/plural";
import type { ClusterTopology, PackagedComponent } from "@/lib/schemas/cluster-spec";

const components: Record<PackagedComponent, string> = {
  coredns: "coredns: names inside the cluster",
  servicelb: "servicelb: LoadBalancer services on the nodes",
  traefik: "traefik: the ingress for your sites",
  "local-storage": "local-storage: volumes on a node’s disk",
  "metrics-server": "metrics-server: kubectl top and autoscaling",
};

/** The wizard's settings step. */
export const wizardSettings = {
  title: "How is it set up?",
  body: "Every field has a good default. The name is what you will see everywhere.",
  name: "Name",
  nameHelp: "Also the name of its kubectl context.",
  source: "Where k3s comes from",
  sources: {
    release: "Upstream release",
    mirror: "Mirror",
    bundle: "Uploaded bundle",
  },
  sourceHelp: {
    release:
      "github.com/k3s-io/k3s, checked against its checksum file. The panel fetches once and pushes to the hosts.",
    mirror: "A web folder with the same file names as a release. Checked in the same way.",
    bundle: "Nothing is downloaded: the files lie on the panel.",
  },
  mirrorUrl: "Address of the mirror",
  missingArch: (arch: string) => `The bundle has no k3s for ${arch}, which some chosen hosts are.`,
  version: "k3s version",
  versionPlaceholder: "v1.34.4+k3s1",
  versionOther: "Type another",
  versionList: "Choose from the list",
  channel: (version: string, channel: string) => `${version} (${channel})`,
  versionOffline: "The panel cannot reach update.k3s.io. Type a version.",
  apiAddress: "API address",
  apiAddressHelp: {
    "ha-external-database": "The load balancer’s. kubectl and every node use it.",
    "single-server": "The server’s. kubectl and every agent use it.",
  } satisfies Record<ClusterTopology, string>,
  extraTlsSans: "Extra TLS names",
  extraTlsSansHelp:
    "Names and addresses under which the API is reached too, such as gandalf9.ddns.net.",
  taint: "Keep ordinary pods off the servers",
  taintHelp:
    "Taint CriticalAddonsOnly=true:NoExecute. A busy site cannot starve the control plane.",
  taintNoAgents: "There is no agent, so nothing of yours would run.",
  advanced: "Networks, components and database",
  clusterCidr: "Pod network",
  serviceCidr: "Service network",
  clusterDomain: "Cluster domain",
  dns: (address: string) => `DNS answers at ${address}.`,
  podsHelp: "Addresses of pods, seen inside the cluster only.",
  overlap: (cidr: string, host: string) =>
    `It overlaps ${cidr}, where ${host} lives: pods could not reach that network.`,
  overlapPods: "It overlaps the pod network.",
  useNetwork: (cidr: string) => `Use ${cidr}`,
  checkedAgainst: (count: number) =>
    `Overlaps none of the ${plural(count, "network")} of the hosts.`,
  components: "Components that come with k3s",
  componentNames: components,
  databaseName: "Database",
  databaseUser: "Database user",
  databasePassword: "Database password",
  databasePasswordValue: "Generated, 32 characters, kept sealed in the panel.",
  fieldNames: {
    name: "Name",
    source: "Where k3s comes from",
    k3sVersion: "k3s version",
    apiAddress: "API address",
    extraTlsSans: "Extra TLS names",
    clusterCidr: "Pod network",
    serviceCidr: "Service network",
    clusterDomain: "Cluster domain",
    databaseName: "Database",
    databaseUser: "Database user",
  },
};
