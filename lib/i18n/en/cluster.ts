import { plural } from "@/lib/format/plural";
import type { ClusterState } from "@/lib/schemas/cluster";
import { clusterAddNode, clusterKubeconfig } from "./cluster-access";
import { clusterActionWords, clusterKinds, clusterObject, clusterOverview } from "./cluster-browse";
import { clusterHealth, clusterStats } from "./cluster-health";
import { clusterNodes } from "./cluster-nodes";
import { clusterPods } from "./cluster-workloads";

/** Clusters: their list, nodes, workloads, health and kubeconfigs. */
export const cluster = {
  list: {
    facts: (ready: number, all: number) =>
      all === 0 ? "No cluster yet." : `${ready} of ${plural(all, "cluster")} ready.`,
    columns: {
      name: "Cluster",
      state: "State",
      version: "Version",
      members: "Hosts",
      api: "API address",
      created: "Created",
      next: "Next step",
    },
    emptyTitle: "No cluster yet",
    emptyBody:
      "Choose hosts, give each a role, read the plan, then start. Nothing is touched before.",
    members: (servers: number, agents: number) =>
      `${plural(servers, "server")}, ${plural(agents, "agent")}`,
    continueDraft: "Continue",
    watchJob: "Watch the job",
  },
  notReady: {
    draft: ["This cluster is a draft", "Its settings are kept. No host was touched yet."],
    creating: [
      "This cluster is being created",
      "Its nodes appear here as soon as the API answers.",
    ],
    deleting: [
      "This cluster is being deleted",
      "Its hosts go back to bare. The job shows how far it is.",
    ],
  } satisfies Record<Exclude<ClusterState, "ready">, readonly [string, string]>,
  tabs: {
    label: "Sections of this cluster",
    overview: "Overview",
    nodes: "Nodes",
    workloads: "Workloads",
    network: "Network",
    storage: "Storage",
    configuration: "Configuration",
    access: "Access",
    custom: "Custom",
    health: "Health",
  },
  kinds: clusterKinds,
  actionWords: clusterActionWords,
  object: clusterObject,
  overview: clusterOverview,
  actions: {
    kubeconfig: "kubeconfig",
    addNode: "Add a node",
    more: "More actions for this cluster",
    apply: "Check for drift",
    delete: "Delete cluster…",
    removeNode: "Remove…",
    rebootNode: "Reboot its host…",
    rebootAll: "Reboot all hosts…",
    hostShell: "Shell on its host",
    nodeMenu: (name: string) => `Actions for ${name}`,
  },
  away: (asOf: string) => `The API is away. What you see is as of ${asOf}.`,
  filters: {
    namespace: "All namespaces",
    node: "Any node",
    status: "Any status",
    role: "Any role",
    type: "Any type",
    trouble: (count: number) => (count === 1 ? "1 problem" : `${count} problems`),
    choose: (name: string) => `Filter by ${name}`,
    names: { namespace: "namespace", node: "node", status: "status", role: "role", type: "type" },
  },
  page: {
    previous: "Previous page",
    next: "Next page",
    rows: "Rows per page",
    size: (rows: number) => `${rows} rows`,
  },
  statusWords: {
    ready: "Ready",
    "not-ready": "NotReady",
    cordoned: "Cordoned",
    server: "server",
    agent: "agent",
  } as Readonly<Record<string, string>>,
  nodes: clusterNodes,
  stats: clusterStats,
  pods: clusterPods,
  health: clusterHealth,
  kubeconfig: clusterKubeconfig,
  addNode: clusterAddNode,
};
