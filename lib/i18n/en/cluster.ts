import { plural } from "@/lib/format/plural";
import type { DeploymentState } from "@/lib/kube/kinds/deployment";
import type { NodeTrouble } from "@/lib/kube/kinds/node";
import type { PodTrouble } from "@/lib/kube/pod-trouble";
import type { ClusterState } from "@/lib/schemas/cluster";
import type { UserRole } from "@/lib/schemas/session";

type PodSentences = {
  [Code in PodTrouble["code"]]: (trouble: Extract<PodTrouble, { code: Code }>) => string;
};

const because = (message: string) => (message === "" ? "" : `: ${message}`);

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
  states: {
    draft: "Draft",
    creating: "Being created",
    ready: "Ready",
    deleting: "Being deleted",
  } satisfies Record<ClusterState, string>,
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
    nodes: "Nodes",
    deployments: "Deployments",
    pods: "Pods",
    health: "Health",
  },
  actions: {
    kubeconfig: "kubeconfig",
    addNode: "Add a node",
    more: "More actions for this cluster",
    apply: "Check for drift",
    delete: "Delete cluster…",
    removeNode: "Remove…",
    nodeMenu: (name: string) => `Actions for ${name}`,
  },
  away: (asOf: string) => `The API is away. What you see is as of ${asOf}.`,
  filters: {
    namespace: "All namespaces",
    node: "Any node",
    status: "Any status",
    role: "Any role",
    trouble: (count: number) => (count === 1 ? "1 problem" : `${count} problems`),
    choose: (name: string) => `Filter by ${name}`,
    names: { namespace: "namespace", node: "node", status: "status", role: "role" },
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
  nodes: {
    label: "Nodes",
    noun: "node",
    search: "Name, address, taint",
    facts: (ready: number, all: number, versions: readonly string[]) =>
      all === 0
        ? "No node has joined yet."
        : `${ready} of ${all} Ready, ${
            versions.length === 1 ? `all on ${versions[0] ?? ""}` : versions.join(" and ")
          }.`,
    columns: {
      name: "Node",
      status: "Status",
      address: "Address",
      version: "Version",
      cpu: "CPU requested",
      memory: "Memory requested",
      pods: "Pods",
      age: "Age",
      actions: "Actions",
    },
    ofWhole: (whole: string) => `of ${whole}`,
    cpuLabel: (part: string, whole: string) => `CPU: ${part} of ${whole} requested`,
    memoryLabel: (part: string, whole: string) => `Memory: ${part} of ${whole} requested`,
    cores: (millis: number) => (millis / 1000).toLocaleString("en", { maximumFractionDigits: 2 }),
    podsOf: (pods: number, most: number | null) =>
      most === null ? plural(pods, "pod") : `${pods} of at most ${plural(most, "pod")}`,
    cordonedToo: "also cordoned",
    unknownYet: "not known yet",
    taintOn: (nodes: readonly string[]) => `Taint on ${nodes.join(", ")}:`,
    podsShort: (pods: number) => plural(pods, "pod"),
    emptyTitle: "No node has joined yet",
    emptyBody:
      "The API answers, but no kubelet has registered. A server appears about 10 s after k3s starts.",
    troubles: {
      "kubelet-silent": () => "The kubelet stopped reporting. Is the host on and connected?",
      "not-ready": (message: string) => `The kubelet reports trouble${because(message)}`,
      "memory-pressure": () => "Memory is short: pods may be evicted.",
      "disk-pressure": () => "The disk is nearly full: images are pruned and pods evicted.",
      "pid-pressure": () => "Too many processes: new pods are refused.",
      "network-unavailable": () => "The pod network is not set up on this node.",
    } satisfies Record<NodeTrouble["code"], (message: string) => string>,
  },
  stats: {
    api: "API",
    apiThrough: (address: string) => `API through ${address}`,
    apiWell: (checks: number) => `${checks} checks pass`,
    apiFailing: (failing: readonly string[]) => `${failing.join(", ")} failed`,
    apiAway: "does not answer",
    datastore: "Datastore",
    datastoreWell: "one read",
    datastoreIll: "does not answer",
    certificates: "Certificates",
    firstToEnd: (host: string) => `first: ${host}`,
    certificatesUnknown: "none could be read",
    requests: "Requests",
    requestsDetail: (memory: string) => `CPU, memory ${memory}`,
    days: (days: number) => `${days} d`,
    nothing: "–",
  },
  deployments: {
    label: "Deployments",
    noun: "deployment",
    search: "Name, image, namespace",
    facts: (all: number, namespaces: number, troubled: number) =>
      `${plural(all, "deployment")} in ${plural(namespaces, "namespace")}. ${trouble(troubled)}`,
    columns: {
      name: "Deployment",
      namespace: "Namespace",
      status: "Status",
      ready: "Ready",
      updated: "Up to date",
      available: "Available",
      images: "Images",
      age: "Age",
    },
    emptyTitle: "No deployment yet",
    emptyBody: "Whatever is deployed in this cluster stands here.",
    states: {
      stuck: "Stuck",
      unavailable: "Not available",
      "rolling-out": "Rolling out",
      paused: "Paused",
      stopped: "Scaled to 0",
      running: "Running",
    } satisfies Record<DeploymentState, string>,
    missing: (missing: number, desired: number) =>
      `${missing} of ${plural(desired, "pod")} not available.`,
  },
  pods: {
    label: "Pods",
    noun: "pod",
    search: "Name, image, node",
    facts: (all: number, namespaces: number, troubled: number) =>
      `${plural(all, "pod")} in ${plural(namespaces, "namespace")}. ${trouble(troubled)}`,
    columns: {
      name: "Pod",
      namespace: "Namespace",
      status: "Status",
      ready: "Ready",
      restarts: "Restarts",
      node: "Node",
      ip: "Address",
      age: "Age",
    },
    emptyTitle: "No pod yet",
    emptyBody: "Pods appear here as soon as something is deployed.",
    noNode: "none yet",
    readyOf: (ready: number, all: number) => `${ready} of ${all}`,
    phone: (namespace: string, node: string) =>
      node === "" ? namespace : `${namespace} on ${node}`,
    troubles: {
      image: ({ image, registry, message }) =>
        /not found|manifest unknown/i.test(message)
          ? `${image} does not exist in ${registry}. Check its name and tag.`
          : `${image} cannot be had from ${registry}. Check its name, and that the node reaches the registry.`,
      "crash-loop": ({ container, exitCode, lastReason }) =>
        lastReason === "OOMKilled"
          ? `${container} used more memory than its limit and was ended. Raise the limit.`
          : `${container} ends${exitCode === null ? "" : ` with exit code ${exitCode}`}. Its log says why.`,
      unschedulable: ({ message }) => `No node takes it${because(message)}`,
      container: ({ container, message }) => `${container} cannot start${because(message)}`,
      ended: ({ message }) => message || "Kubernetes ended it.",
      "not-ready": ({ ready, total }) =>
        `${ready} of ${plural(total, "container")} ready: it gets no traffic.`,
    } satisfies PodSentences,
  },
  health: {
    measured: (clock: string) => `Measured at ${clock}, by the panel, just for this page.`,
    again: "Measure again",
    apiTitle: "API",
    addressesLabel: "Addresses of the API",
    columns: {
      name: "Where",
      address: "Address",
      state: "State",
      latency: "Latency",
      checks: "Checks",
    },
    through: "Load balancer",
    throughSingle: "API address",
    ready: "Ready",
    notReady: "Not ready",
    unreachable: "No answer",
    checks: (passed: number, all: number) => `${passed} of ${all}`,
    datastoreTitle: "Datastore",
    datastore: { "external-database": "External database", sqlite: "SQLite on the server" },
    datastoreWell: (time: string) =>
      `A read that the API may not answer from its cache took ${time}.`,
    datastoreIll: "The API cannot read from it.",
    certificatesTitle: "Certificates",
    certificateColumns: { host: "Shown by", name: "What", expires: "Ends", left: "Left" },
    certificates: {
      serving: "Port 6443 of this server",
      "load-balancer": "Port 6443 of the API’s address",
      panel: "The panel’s own access",
    },
    panel: "Gandalf",
    certificatesNote:
      "Read from the TLS handshake on port 6443. The kubelets’ and controllers’ own certificates lie on the hosts and are not read here.",
    renewNote: "k3s renews certificates when it starts with less than 120 days left.",
    unreadable: "could not be read",
    days: (days: number) => (days < 0 ? "ended" : plural(days, "day")),
    versionsTitle: "Versions",
    apiVersion: "API",
    unsupported: (nodes: readonly string[]) =>
      `${nodes.join(", ")}: a kubelet may be up to three minor versions older than the API, never newer.`,
    versionsWell: "All nodes go with this API.",
  },
  kubeconfig: {
    title: (cluster: string) => `kubeconfig for ${cluster}`,
    intro:
      "A file of your own, with an end. The administrator’s kubeconfig never leaves the panel.",
    works: "Works for",
    hours: (hours: number) => plural(hours, "hour"),
    can: "What it can do",
    roles: {
      administrator: "Everything in this cluster (cluster-admin).",
      operator: "Change workloads in every namespace and read nodes (edit).",
      viewer: "Read workloads and nodes, but no secrets (view).",
    } satisfies Record<UserRole, string>,
    audited: "Who took it, when and from where is written to the audit log.",
    submit: "Download kubeconfig",
    again: "Download another",
    ready: (file: string) => `${file} is in your downloads.`,
    ends: (at: string) => `It ends at ${at}, by itself.`,
    tryIt: "Try it",
    command: (file: string) => `kubectl --kubeconfig ~/Downloads/${file} get nodes`,
    commandName: "command",
    close: "Close",
  },
  addNode: {
    title: "Add a node",
    intro:
      "The next page is the plan: every step on the new host. Nothing is touched before you start it.",
    host: "Host",
    role: "Role",
    roles: { agent: "agent: runs pods", server: "server: runs the control plane" },
    noHosts: "Every host is already in a cluster.",
    addHosts: "Add hosts",
    singleOnly: "A cluster with its database on its only server cannot have a second one.",
    submit: "Read the plan",
  },
};

function trouble(count: number): string {
  if (count === 0) return "Nothing is wrong.";
  return count === 1 ? "1 has a problem." : `${count} have problems.`;
}
