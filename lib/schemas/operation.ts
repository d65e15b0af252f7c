import { z } from "zod";

/** What a job does to a cluster. With the cluster's settings it is enough to build the plan again. */
export const operation = z.discriminatedUnion("kind", [
  /** Bare hosts to a running cluster. */
  z.object({ kind: z.literal("create") }),
  /** Brings every host back to the stored settings: drift repair, or a changed setting. */
  z.object({ kind: z.literal("apply") }),
  z.object({
    kind: z.literal("add-host"),
    hostId: z.string().min(1).max(64),
    role: z.enum(["server", "agent"]),
  }),
  z.object({
    kind: z.literal("remove-host"),
    hostId: z.string().min(1).max(64),
    /** The host is off or lost for good: nothing is cleaned on it. */
    gone: z.boolean().default(false),
  }),
  /** Hosts of the cluster, one after another. */
  z.object({
    kind: z.literal("reboot"),
    hostIds: z.array(z.string().min(1).max(64)).min(1).max(64),
    /** Host id → the boot it ran when the job was booked. The panel notes it itself: a host in another boot is done. */
    boots: z.record(z.string().max(64), z.string().max(64)).default({}),
  }),
  z.object({
    kind: z.literal("delete"),
    /** The cluster's name, typed by whoever deletes it. */
    confirmName: z.string().max(64),
  }),
]);
export type Operation = z.infer<typeof operation>;
export type OperationKind = Operation["kind"];
