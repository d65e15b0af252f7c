import type { AdviceFacts, AdviceRule } from "@/lib/advisor/advice";
import type { Effect, Verdict } from "@/lib/advisor/switched-off";
import { plural } from "@/lib/format/plural";
import type { ClusterTopology, PackagedComponent } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";

/** A finding of the advisor in words: what it is, why it matters, and the label of its fix. */
interface AdviceWords {
  readonly title: string;
  readonly body: string;
  readonly fix?: string;
  /** Where a limit comes from: "Why 1.6 GiB?" and its answer. */
  readonly why?: { readonly question: string; readonly answer: string };
}

/** Writes an amount of bytes in the viewer's language. */
type Bytes = (bytes: number) => string;

type WordsOf = {
  readonly [Rule in AdviceRule]: (facts: AdviceFacts[Rule], bytes: Bytes) => AdviceWords;
};

const A_ROLE: Record<Role, string> = {
  "load-balancer": "a load balancer",
  datastore: "a database",
  server: "a server",
  agent: "an agent",
};

const names = (hosts: readonly { readonly name: string }[]) =>
  hosts.map((host) => host.name).join(", ");

const advice: WordsOf = {
  "role-memory": ({ host, role, needBytes, better }, bytes) => ({
    title: `${host.name} is too small for ${A_ROLE[role]}`,
    body:
      `It has ${bytes(host.memoryBytes ?? 0)}; ${A_ROLE[role]} needs ${bytes(needBytes)}` +
      (role === "server" ? ", and one with less keeps restarting." : ".") +
      (better ? ` ${better.name} has ${bytes(better.memoryBytes ?? 0)}.` : ""),
    ...(better ? { fix: "Swap them" } : {}),
    why: {
      question: `Why ${bytes(needBytes)}?`,
      answer:
        role === "server" || role === "agent"
          ? "K3s measured it on a Raspberry Pi 4B, before any pod of yours runs (“Resource profiling”)."
          : "Room for the system, the daemon and its buffers before anybody connects.",
    },
  }),
  "server-tight": ({ host }, bytes) => ({
    title: `${host.name} is tight for a server`,
    body: `It has ${bytes(host.memoryBytes ?? 0)}; k3s asks for 2 GB. It runs, with little left for anything else.`,
  }),
  "role-missing": ({ role, candidate }) => ({
    title: `No host is ${A_ROLE[role]}`,
    body: {
      "load-balancer": "Servers, agents and visitors need one address that stays the same.",
      datastore: "The servers keep the cluster’s state in it.",
      server: "Without one there is no cluster.",
      agent: "Without one nothing of yours runs.",
    }[role],
    ...(candidate ? { fix: `Use ${candidate.name}` } : {}),
  }),
  "role-crowded": ({ role, keep, others }) => ({
    title: `More than one host is ${A_ROLE[role]}`,
    body: `One is used: ${keep.name}. ${names(others)} would stand idle.`,
    fix: others.length === 1 ? `Make ${names(others)} an agent` : "Make the others agents",
  }),
  "servers-need-database": ({ count }) => ({
    title: `${count} servers need a database of their own`,
    body: "A single server keeps its state in a file. Two or more share a database on another host.",
    fix: "Use an external database",
  }),
  "one-server": ({ server, candidate }) => ({
    title: "One server is not highly available",
    body: `When ${server.name} is off, the API stops; pods go on where they are.`,
    ...(candidate ? { fix: `Make ${candidate.name} a server too` } : {}),
  }),
  "no-agents": ({ servers }) => ({
    title: "Nothing would run your pods",
    body: `${servers === 1 ? "The server keeps" : "The servers keep"} ordinary pods off, and there is no agent. Traefik waits for one too.`,
    fix: servers === 1 ? "Let the server run pods" : "Let the servers run pods",
  }),
  "same-machine": ({ hosts: [first, second] }) => ({
    title: `${first.name} and ${second.name} are one machine`,
    body: "Both show the same machine id: two addresses of one machine, or a copied image. Both roles would fall together.",
    fix: `Leave ${second.name} out`,
  }),
  "state-on-sd": ({ host, role, better }) => ({
    title: `${host.name} keeps the state on an SD card`,
    body:
      `${role === "datastore" ? "The database" : "The server"} writes all day; cards are slow at that and wear out.` +
      (better ? ` ${better.name} has a disk that lasts.` : " Use a USB SSD if you can."),
    ...(better ? { fix: "Swap them" } : {}),
  }),
  "servers-on-sd": ({ servers, database }) => ({
    title:
      servers.length === 1 ? `${names(servers)} runs from an SD card` : "SD cards on the servers",
    body: `Fine here: the state lives on ${database.name}. Logs and images still wear the card.`,
  }),
};

const topologies: Record<
  ClusterTopology,
  { title: string; short: string; body: string; survives: string; falls: string; hosts: string }
> = {
  "ha-external-database": {
    title: "Highly available, external database",
    short: "HA, external database",
    body: "A load balancer in front of two servers, their state in MariaDB, agents for your pods.",
    survives: "Survives the loss of a server or an agent",
    falls: "Not of the load balancer; the API waits while the database is off",
    hosts: "From 3 hosts; 6 are a good start",
  },
  "single-server": {
    title: "Single server",
    short: "Single server",
    body: "One server with its state in a file, and agents if you have any. For a first look.",
    survives: "Survives the loss of an agent",
    falls: "Not of the server",
    hosts: "From 1 host",
  },
};

const effects: Record<Effect, string> = {
  nothing: "Nothing you notice",
  "pods-move": "Its pods move in about 5 min",
  "pods-move-to-servers": "Its pods move to the servers in about 5 min",
  "api-stops": "API stops; pods and sites go on",
  "api-and-sites-down": "API unreachable, sites down",
  "sites-down": "Sites down until it is back",
  "all-down": "Everything is down",
};

const verdicts: Record<Verdict, string> = { fine: "Fine", degraded: "Degraded", down: "Down" };

const components: Record<PackagedComponent, string> = {
  coredns: "coredns: names inside the cluster",
  servicelb: "servicelb: LoadBalancer services on the nodes",
  traefik: "traefik: the ingress for your sites",
  "local-storage": "local-storage: volumes on a node’s disk",
  "metrics-server": "metrics-server: kubectl top and autoscaling",
};

/** The new-cluster wizard and its advisor. */
export const wizard = {
  title: "New cluster",
  saved: "Saved as you go. Close the tab whenever you like.",
  savedInPanel: "Saved in the panel as a draft.",
  startOver: "Start over",
  steps: {
    topology: "Topology",
    hosts: "Hosts",
    roles: "Roles",
    settings: "Settings",
    preflight: "Preflight",
    plan: "Plan",
  },
  notes: {
    hosts: (count: number) => `${count} chosen`,
    roles: "Who does what",
    settings: "Name, version, networks",
    preflight: "The hosts are asked again",
    plan: "See every change first",
  },
  onTo: {
    topology: "Topology",
    hosts: "Hosts",
    roles: "Roles",
    settings: "Settings",
    preflight: "Preflight",
    plan: "See the plan",
  },
  topology: {
    title: "What shape?",
    body: "It can grow later: agents and servers are added by a job. The database stays where it is.",
    picture: (name: string) => `Picture of ${name}`,
    items: topologies,
  },
  hosts: {
    title: "Which hosts?",
    body: "All hosts that are free and answer are chosen. Leave out what should stay as it is.",
    none: "No hosts yet",
    noneBody: "Add the machines first; a few minutes with their addresses and one password.",
    add: "Add hosts",
    inCluster: (cluster: string) => `In cluster ${cluster}`,
    chooseAll: "All free hosts",
    label: "Hosts of this cluster",
    unreachable: "It does not answer; the plan needs it to.",
  },
  roles: {
    title: "Who does what?",
    body: "Drag a host or use its menu. Bars show the memory a role needs.",
    view: "View",
    board: "Board",
    table: "Table",
    suggest: "Suggest again",
    lanes: {
      "load-balancer": "Load balancer",
      datastore: "Datastore",
      server: "Servers",
      agent: "Agents",
    } satisfies Record<Role, string>,
    laneOne: {
      "load-balancer": "Load balancer",
      datastore: "Datastore",
      server: "Server",
      agent: "Agent",
    } satisfies Record<Role, string>,
    about: {
      "load-balancer": "One address for the API and the sites.",
      datastore: "MariaDB. Holds the cluster’s state.",
      server: "Run the control plane.",
      agent: "Run your sites. Traefik waits for the first one.",
    } satisfies Record<Role, string>,
    noRole: "No role",
    everyHost: "Every host has a role. Drop one here to leave it out.",
    emptyLane: "Drop a host here.",
    change: (host: string) => `Change the role of ${host}`,
    moved: (host: string, role: string) => `${host} is now: ${role}`,
    needs: (need: string, total: string) => `needs ${need} of ${total} GiB`,
    amount: (need: string, total: string) => `${need} of ${total} GiB`,
    has: (total: string) => `${total} GiB`,
    notRead: "memory not read",
  },
  advisor: {
    title: "Advisor",
    toSolve: (count: number) => `${count} to solve`,
    fine: "Nothing to solve",
    keep: "Keep anyway",
    kept: "Kept on purpose",
    unkeep: "Undo",
    quiet: "Memory, disks and counts fit their roles.",
    words: advice,
    offTitle: "If this is switched off",
    one: {
      "load-balancer": "one balancer",
      datastore: "one database",
      server: "one server",
      agent: "one agent",
    } satisfies Record<Role, string>,
    effects,
    verdicts,
  },
  settings: {
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
    bundle: "Bundle",
    bundleOption: (name: string, version: string, arch: string) => `${name} (${version}, ${arch})`,
    noBundles: "No bundle has been uploaded.",
    missingArch: (arch: string) =>
      `The bundle has no k3s for ${arch}, which some chosen hosts are.`,
    version: "k3s version",
    versionPlaceholder: "v1.34.4+k3s1",
    versionOther: "Type another",
    versionList: "Choose from the list",
    channel: (version: string, channel: string) => `${version} (${channel})`,
    versionOffline: "The panel cannot reach update.k3s.io. Type a version.",
    versionOfBundle: "The bundle’s own version.",
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
  },
  preflight: {
    title: "Are the hosts fit for it?",
    running: (count: number) =>
      `Asking ${plural(count, "host")}: disks, ports between them, clocks…`,
    runningHelp:
      "A disk test and a real connection on every port that must be open. A few seconds; nothing is kept.",
    again: "Check again",
    clean: "Every check passes",
    cleanBody: "Ports, disks, clocks and kernels are as k3s needs them.",
    found: (problems: number, warnings: number) =>
      [
        ...(problems > 0 ? [plural(problems, "problem")] : []),
        ...(warnings > 0 ? [plural(warnings, "warning")] : []),
      ].join(", "),
    body: "Nothing has been changed on any host. The plan comes next.",
    general: "Between hosts",
  },
  obstacle: {
    tooFew: (least: number, chosen: number) =>
      least === 1
        ? "Choose at least 1 host."
        : `Choose at least ${least} hosts: a load balancer, a database and a server. ${chosen} ${chosen === 1 ? "is" : "are"} chosen.`,
    advice: (count: number, overridable: boolean) =>
      `Solve ${plural(count, "problem")}${overridable ? ", or choose “keep anyway” on it" : ""}.`,
    preflightRunning: "The check is still running.",
    preflight: (count: number) => `Solve ${plural(count, "problem")}, then check again.`,
  },
};
