import { z } from "zod";
import { cidr4, cidrOverlap, ipv4 } from "./network";
import { firewall, siteSpec } from "./site";
import { objectId } from "./ids";

/** A site's name, as its page's heading shows it. */
export const siteName = z
  .string()
  .trim()
  .min(1, "Give the site a name, such as Home.")
  .max(40, "Use at most 40 characters.");

const hostIds = z
  .array(objectId)
  .max(128, "A site has at most 128 hosts.")
  .refine((ids) => new Set(ids).size === ids.length, "A host is there twice.");

const common = { name: siteName, hostIds: hostIds.default([]) };

/** Body of POST /sites: a name, hosts, and what to begin the policy with. */
export const createSiteInput = z
  .discriminatedUnion("preset", [
    z.object({ ...common, preset: z.literal("empty") }),
    /** Everything in one network behind the router. */
    z.object({ ...common, preset: z.literal("flat"), home: cidr4 }),
    /** The cluster between two firewalls. */
    z.object({
      ...common,
      preset: z.literal("dmz"),
      home: cidr4,
      dmz: cidr4,
      loadBalancer: ipv4,
      /** Where port 2201 leads; null: nowhere. */
      admin: ipv4.nullable().default(null),
      firewalls: z.array(firewall).max(8).default([]),
    }),
  ])
  .superRefine((input, ctx) => {
    if (input.preset === "dmz" && cidrOverlap(input.dmz, input.home))
      ctx.addIssue({
        code: "custom",
        path: ["dmz"],
        message: `${input.dmz} shares addresses with ${input.home}: every address is in one network.`,
      });
  });
export type CreateSiteInput = z.infer<typeof createSiteInput>;

/** Body of PATCH /sites/:id. */
export const updateSiteInput = z.object({ name: siteName.optional(), hostIds: hostIds.optional() });
export type UpdateSiteInput = z.infer<typeof updateSiteInput>;

/** Body of PUT /sites/:id/policy. `baseRevision`: the one that was changed. */
export const savePolicyInput = z.object({ spec: siteSpec, baseRevision: z.int().min(1) });
export type SavePolicyInput = z.infer<typeof savePolicyInput>;

/** Body of POST /sites/:id/check. */
export const checkPolicyInput = z.object({ spec: siteSpec });

const end = z.string().trim().min(1, "Write an address, or choose a host.").max(64);

/** Body of POST /sites/:id/trace: ends are addresses, host ids, or names of hosts and zones. */
export const traceInput = z
  .object({
    from: end,
    to: end,
    protocol: z.enum(["tcp", "udp", "icmp-echo"]),
    /** Of the receiver; 0 for an echo request. */
    port: z.int().min(0).max(65_535, "Ports are 1 to 65535."),
  })
  .refine(({ protocol, port }) => protocol === "icmp-echo" || port > 0, {
    path: ["port"],
    message: "Ports are 1 to 65535.",
  });
export type TraceInput = z.infer<typeof traceInput>;

/** Body of POST /sites/:id/import. */
export const importInput = z.object({ hostId: objectId });

/** Query of GET /sites/:id/rules. */
export const rulesQuery = z.object({ host: objectId.optional() });

/** Query of GET /sites/:id/measurements. */
export const measurementsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(1),
});
