import { z } from "zod";
import { ANY_ZONE, type PortRange, type Service } from "./site-service";
import { cidr, ipv4, port } from "./network";
import { checkSite } from "./site-checks";

/** Part of the names of sets, chains and counters in the kernel: no underscore, which joins two of them. */
export const zoneName = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-z0-9-]{0,14}$/,
    "Use 1 to 15 lower-case letters, digits and dashes; start with a letter.",
  )
  .refine((name) => name !== ANY_ZONE, `"${ANY_ZONE}" stands for every zone: use another name.`);

/** A name of a zone, or "any". */
const zoneOrAny = z.union([z.literal(ANY_ZONE), zoneName]);

export const zone = z.object({
  name: zoneName,
  /**
   * "internet": whoever is in no other zone; "pods": the cluster's own network, its subnets come from the
   * cluster's settings; "network": what its subnets say.
   */
  kind: z.enum(["internet", "network", "pods"]),
  subnets: z.array(cidr).max(32).default([]),
});
export type Zone = z.infer<typeof zone>;

const portRange: z.ZodType<PortRange> = z.discriminatedUnion("protocol", [
  z
    .object({ protocol: z.enum(["tcp", "udp"]), first: port, last: port })
    .refine(({ first, last }) => first <= last, "The first port is not above the last one."),
  z.object({ protocol: z.literal("icmp-echo") }),
]);

/** A service of the site's own, beside those that are built in. */
export const service: z.ZodType<Service> = z.object({
  name: z
    .string()
    .trim()
    .regex(
      /^[a-z][a-z0-9-]{0,23}$/,
      "Use 1 to 24 lower-case letters, digits and dashes; start with a letter.",
    ),
  ports: z.array(portRange).min(1, "Name at least one port.").max(32),
});

const serviceName = z.string().min(1).max(24);

/** New connections that one source may open in a minute; null: as many as it likes. */
const newPerMinute = z.int().min(1).max(100_000).nullable().default(null);

/** What may go from one zone to another. */
export const cell = z.object({
  from: zoneOrAny,
  to: zoneOrAny,
  verdict: z.enum(["allow", "deny"]),
  /** Of an allowance: only these; none means everything. */
  services: z.array(serviceName).max(64).default([]),
  /** Writes what it drops into the kernel's log, at most ten lines a minute. */
  log: z.boolean().default(false),
  newPerMinute,
});
export type Cell = z.infer<typeof cell>;

/** An allowance or refusal beside the matrix, for some addresses and, mostly, for some time. */
export const exception = z.object({
  verdict: z.enum(["allow", "deny"]),
  from: cidr,
  to: cidr,
  /** Of one service; null: of everything. */
  service: serviceName.nullable().default(null),
  /** The host itself stops honouring it then. */
  until: z.iso.datetime("Choose a day and a time.").nullable().default(null),
  reason: z.string().trim().min(3, "Say in a few words what for.").max(200),
});
export type Exception = z.infer<typeof exception>;

/** A port of the site's public address that leads to a host inside. */
export const forward = z.object({
  protocol: z.enum(["tcp", "udp"]),
  port,
  to: ipv4,
  toPort: port,
  /** Who may use it; none: everybody. */
  from: z.array(cidr).max(32).default([]),
  newPerMinute,
});
export type Forward = z.infer<typeof forward>;

/** A host that stands between zones, and what each of its interfaces leads to. */
export const firewall = z.object({
  hostId: z.string().min(1).max(64),
  interfaces: z
    .array(
      z.object({
        /** Source: Linux' IFNAMSIZ, 16 bytes with the closing zero. */
        name: z
          .string()
          .trim()
          .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/, "An interface is called such as eth0."),
        zone: zoneName,
      }),
    )
    .min(1, "Say where its interfaces lead.")
    .max(16),
});
export type Firewall = z.infer<typeof firewall>;

/** The network picture of a cluster: zones, who may talk to whom, and what reaches it from the internet. */
export const siteSpec = z
  .object({
    zones: z.array(zone).min(1).max(16),
    services: z.array(service).max(64).default([]),
    cells: z.array(cell).max(289).default([]),
    exceptions: z.array(exception).max(64).default([]),
    forwards: z.array(forward).max(64).default([]),
    /** Zones whose hosts go to the internet under the firewall's own address (IPv4). */
    masquerade: z.array(zoneName).max(16).default([]),
    firewalls: z.array(firewall).max(8).default([]),
  })
  .superRefine(checkSite);
export type SiteSpec = z.infer<typeof siteSpec>;
export type SiteSpecInput = z.input<typeof siteSpec>;
