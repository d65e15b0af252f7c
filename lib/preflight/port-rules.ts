import type { ListeningPort } from "@/lib/schemas/host-facts";
import type { Role } from "@/lib/schemas/role";
import { findingOf, type HostRule, type PreflightHost } from "./preflight-host";

interface Claim {
  readonly protocol: ListeningPort["protocol"];
  readonly port: number;
  readonly purpose: string;
}

const tcp = (port: number, purpose: string): Claim => ({ protocol: "tcp", port, purpose });

/** Ports a role listens on. Source: docs.k3s.io/installation/requirements; the load balancer's are ours. */
const CLAIMS: Readonly<Record<Role, readonly Claim[]>> = {
  "load-balancer": [
    tcp(6443, "the cluster's API"),
    tcp(443, "HTTPS of the web sites"),
    tcp(80, "HTTP of the web sites"),
    tcp(8080, "HTTP of the web sites"),
  ],
  datastore: [tcp(3306, "the database")],
  server: [
    tcp(6443, "the cluster's API"),
    tcp(10250, "the kubelet"),
    { protocol: "udp", port: 8472, purpose: "the pods' network" },
  ],
  agent: [tcp(10250, "the kubelet"), { protocol: "udp", port: 8472, purpose: "the pods' network" }],
};

/** Programs a role itself brings: their ports are theirs. */
const OWN: Readonly<Record<Role, RegExp>> = {
  "load-balancer": /^haproxy/,
  datastore: /^(mariadbd|mysqld)/,
  server: /^(k3s|containerd|kube|kine|flannel)/,
  agent: /^(k3s|containerd|kube|flannel)/,
};

const ports: HostRule = (host) => {
  const { role } = host;
  if (role === null) return [];
  return CLAIMS[role].flatMap((claim) => {
    const holder = holderOf(host, role, claim);
    if (holder === undefined) return [];
    const program = holder.program ?? "another program";
    return [
      findingOf(host, ["blocker", "port.taken"], {
        title: `Port ${claim.port}/${claim.protocol} is taken`,
        reason: `On ${host.name}, ${program} listens on ${holder.address}:${claim.port}, which is needed for ${claim.purpose}.`,
        remedy: `Stop it or move it to another port: sudo ss -l${claim.protocol === "tcp" ? "t" : "u"}np 'sport = :${claim.port}' shows it.`,
      }),
    ];
  });
};

/** A kernel socket (vxlan) has no program: on a host where k3s is installed it is k3s's. */
function holderOf(host: PreflightHost, role: Role, claim: Claim): ListeningPort | undefined {
  const k3sThere = host.facts.installed.k3s !== null;
  return host.facts.listening.find(
    ({ protocol, port, program }) =>
      protocol === claim.protocol &&
      port === claim.port &&
      !(program === null ? k3sThere && protocol === "udp" : OWN[role].test(program)),
  );
}

const k3sThere: HostRule = (host) => {
  const { k3s, k3sRole } = host.facts.installed;
  if (k3s === null || host.member) return [];
  const as = k3sRole === null ? "" : ` as ${k3sRole === "server" ? "a server" : "an agent"}`;
  return [
    findingOf(host, [host.role === null ? "note" : "warning", "k3s.installed"], {
      title: "k3s is already there",
      reason: `${host.name} has k3s ${k3s}${as}, from another cluster or by hand.`,
      remedy:
        "If it is not needed any more, remove it first: sudo k3s-uninstall.sh, or k3s-agent-uninstall.sh.",
    }),
  ];
};

const docker: HostRule = (host) =>
  host.facts.installed.docker === null || (host.role !== "server" && host.role !== "agent")
    ? []
    : [
        findingOf(host, ["note", "docker.installed"], {
          title: "Docker is there",
          reason: `${host.name} has Docker ${host.facts.installed.docker}. k3s brings its own containerd and does not use it; both change the firewall.`,
          remedy: "Nothing has to be done. Remove Docker if it is not used: it saves memory.",
        }),
      ];

/** Rules about what runs on a host already. */
export const PORT_RULES: readonly HostRule[] = [ports, k3sThere, docker];
