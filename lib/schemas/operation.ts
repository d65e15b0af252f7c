import { z } from "zod";
import { hostSettings } from "./host-settings";

const hostId = z.string().min(1).max(64);
const hostIds = z.array(hostId).min(1).max(64);
/** Host id → the boot it ran when the job was booked. The panel notes it itself: a host in another boot is done. */
const boots = z.record(z.string().max(64), z.string().max(64)).default({});

/** Hosts, one after another: of a cluster, or of none. */
const reboot = z.object({ kind: z.literal("reboot"), hostIds, boots });

/** Hosts' own settings: time zone, swap, sshd, address. */
const prepareHost = z
  .object({ kind: z.literal("prepare-host"), hostIds, settings: hostSettings, boots })
  .superRefine(({ hostIds: ids, settings }, ctx) => {
    if (ids.length === 1) return;
    for (const own of ["hostName", "address"] as const)
      if (settings[own] !== undefined)
        ctx.addIssue({
          code: "custom",
          path: ["settings", own],
          message: "Only one host can have this name or address: change it host by host.",
        });
  });

const ON_CLUSTER = [
  /** Bare hosts to a running cluster. */
  z.object({ kind: z.literal("create") }),
  /** Brings every host back to the stored settings: drift repair, or a changed setting. */
  z.object({ kind: z.literal("apply") }),
  z.object({ kind: z.literal("add-host"), hostId, role: z.enum(["server", "agent"]) }),
  z.object({
    kind: z.literal("remove-host"),
    hostId,
    /** The host is off or lost for good: nothing is cleaned on it. */
    gone: z.boolean().default(false),
  }),
  reboot,
  z.object({
    kind: z.literal("delete"),
    /** The cluster's name, typed by whoever deletes it. */
    confirmName: z.string().max(64),
  }),
] as const;

/** What a job does to a cluster. With the cluster's settings it is enough to build the plan again. */
export const clusterOperation = z.discriminatedUnion("kind", ON_CLUSTER);
export type ClusterOperation = z.infer<typeof clusterOperation>;

/** What a job does to hosts themselves, in a cluster or not. */
export const hostOperation = z.discriminatedUnion("kind", [prepareHost, reboot]);
export type HostOperation = z.infer<typeof hostOperation>;

const ON_SITE = [
  /** Brings every host of the site to a revision of its policy. */
  z.object({
    kind: z.literal("apply-site"),
    siteId: z.string().min(1).max(64),
    revision: z.int().min(1),
    /** Who has the last word while the rules are on trial: what is measured, or a person too. */
    keep: z.enum(["proof", "person"]).default("proof"),
  }),
  /** Takes all rules of the site off its hosts. */
  z.object({ kind: z.literal("clear-site"), siteId: z.string().min(1).max(64) }),
  /** Has the chosen host keep the site's names at its address. */
  z.object({ kind: z.literal("apply-ddns"), siteId: z.string().min(1).max(64) }),
  z.object({ kind: z.literal("clear-ddns"), siteId: z.string().min(1).max(64) }),
] as const;

/** What a job does to the network of a site. */
export const siteOperation = z.discriminatedUnion("kind", ON_SITE);
export type SiteOperation = z.infer<typeof siteOperation>;

/** What a job does. */
export const operation = z.discriminatedUnion("kind", [...ON_CLUSTER, prepareHost, ...ON_SITE]);
export type Operation = z.infer<typeof operation>;
export type OperationKind = Operation["kind"];
