import { z } from "zod";
import { clusterSpec } from "./cluster-spec";
import { role } from "./role";

/** A blocker stops a job before it begins; a warning does not; a note is good to know. */
export const severity = z.enum(["blocker", "warning", "note"]);
export type Severity = z.infer<typeof severity>;

/** One thing that preflight saw, with what to do about it. */
export const finding = z.object({
  /** The rule, such as "memory.low". Stable: for links and tests. */
  id: z.string(),
  /** null: about the hosts together. */
  hostId: z.string().nullable(),
  severity,
  /** "Less than 2 GB for a server" */
  title: z.string(),
  /** What was measured, and why it matters. */
  reason: z.string(),
  remedy: z.string(),
  /** The role it is about, where it is about one. */
  role: role.optional(),
});
export type Finding = z.infer<typeof finding>;

/** Body of POST /clusters/preflight. */
export const preflightInput = z.object({
  spec: clusterSpec,
  /** Also measure disks and send packets between the hosts: takes seconds. */
  deep: z.boolean().default(false),
});

/** Answer of POST /clusters/preflight. */
export interface PreflightAnswer {
  readonly findings: readonly Finding[];
}
