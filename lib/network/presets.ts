import type { SiteSpecInput } from "@/lib/schemas/site";

type Cells = NonNullable<SiteSpecInput["cells"]>;

/** A cell that lets these services pass; none: everything. */
const allow = (from: string, to: string, ...services: readonly string[]): Cells[number] => ({
  from,
  to,
  verdict: "allow",
  services: [...services],
});
const deny = (from: string, to: string): Cells[number] => ({ from, to, verdict: "deny" });

/** What the hosts of a cluster need of each other. */
const CLUSTER = [
  "ping",
  "ssh",
  "ssh-2200",
  "dns",
  "ntp",
  "http",
  "https",
  "http-alt",
  "kubernetes-api",
  "etcd",
  "datastore",
  "flannel-vxlan",
  "kubelet",
  "metrics",
  "node-ports",
] as const;

/** What hosts and pods ask of the world: names, time, packages, images. */
const OUTWARD = ["ping", "dns", "ntp", "http", "https"] as const;

interface FlatInput {
  /** The home network, in CIDR form. */
  readonly home: string;
}

/** Everything in one network behind the router, which does the forwarding. */
export const flatSite = ({ home }: FlatInput): SiteSpecInput => ({
  zones: [
    { name: "wan", kind: "internet" },
    { name: "home", kind: "network", subnets: [home] },
    { name: "pods", kind: "pods" },
  ],
  cells: [
    allow("wan", "home", "http", "https"),
    deny("wan", "pods"),
    allow("home", "wan"),
    allow("home", "home"),
    allow("home", "pods"),
    allow("pods", "wan", ...OUTWARD),
    allow("pods", "home", ...CLUSTER),
  ],
});

interface DmzInput extends FlatInput {
  readonly dmz: string;
  readonly loadBalancer: string;
  /** Where one administers from outside; null: nowhere. */
  readonly admin: string | null;
  readonly firewalls: NonNullable<SiteSpecInput["firewalls"]>;
}

/**
 * The cluster between two firewalls: the outer one faces the router, the inner one keeps what is exposed away
 * from home. Outside ports 2200 and 2201 are those of the first users.
 */
export const dmzSite = ({
  home,
  dmz,
  loadBalancer,
  admin,
  firewalls,
}: DmzInput): SiteSpecInput => ({
  zones: [
    { name: "wan", kind: "internet" },
    { name: "dmz", kind: "network", subnets: [dmz] },
    { name: "home", kind: "network", subnets: [home] },
    { name: "pods", kind: "pods" },
  ],
  cells: [
    deny("wan", "dmz"),
    deny("wan", "home"),
    deny("wan", "pods"),
    allow("dmz", "wan", ...OUTWARD),
    allow("dmz", "dmz", ...CLUSTER),
    { ...deny("dmz", "home"), log: true },
    allow("dmz", "pods"),
    allow("home", "wan"),
    allow("home", "dmz", "ping", "ssh-2200", "http", "https", "http-alt", "kubernetes-api"),
    allow("home", "home"),
    deny("home", "pods"),
    allow("pods", "wan", ...OUTWARD),
    allow("pods", "dmz", "dns", "kubernetes-api", "kubelet", "metrics"),
    deny("pods", "home"),
  ],
  forwards: [
    { protocol: "tcp", port: 80, to: loadBalancer, toPort: 80 },
    { protocol: "tcp", port: 443, to: loadBalancer, toPort: 443 },
    { protocol: "tcp", port: 2200, to: loadBalancer, toPort: 22, newPerMinute: 20 },
    ...(admin === null
      ? []
      : [{ protocol: "tcp" as const, port: 2201, to: admin, toPort: 22, newPerMinute: 20 }]),
  ],
  masquerade: ["dmz", "home"],
  firewalls,
});
