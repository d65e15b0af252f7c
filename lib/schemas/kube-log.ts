import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import { objectId } from "./ids";

/** Source: Kubernetes, "Object Names and IDs": DNS subdomain names. */
const objectName = z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "No such name.");

/** A container whose log is read, and from where on. */
const containerLog = z.object({
  namespace: objectName,
  pod: objectName,
  container: objectName,
  /** The one before its last restart. */
  previous: z.boolean().default(false),
  /** Only the last lines; null: from its beginning, as far as the node keeps it. */
  tailLines: z.number().int().min(1).max(100_000).nullable().default(1000),
  /** Only the last while; null: any age. */
  sinceSeconds: z.number().int().min(1).max(31_536_000).nullable().default(null),
});

/** Input of the socket event "log.open". */
export const logOpenInput = containerLog.extend({
  clusterId: objectId,
  /** The browser's own name for it: frames carry it. */
  stream: z.string().min(1).max(40),
  /** After a lost connection: what was received up to. */
  resume: z
    .object({ epoch: z.string().max(40), nextSeq: z.number().int().min(1) })
    .nullable()
    .default(null),
});
export type LogOpenInput = z.input<typeof logOpenInput>;

/** Input of "log.close". */
export const logCloseInput = z.object({ stream: z.string().min(1).max(40) });

/** Which container, of which cluster. */
export type LogTarget = z.output<typeof containerLog> & { readonly clusterId: string };

/** Some lines, as the socket event "log" brings them. It must be acknowledged before many more come. */
export interface LogFrame {
  readonly stream: string;
  /** Changes when numbering began anew: what was received before is to be forgotten. */
  readonly epoch: string;
  /** Number of the first line, from 1. */
  readonly seq: number;
  readonly lines: number;
  /** Lines before these that this viewer was too slow for. */
  readonly missed: number;
  /** "<time> <text>\n" for each line, UTF-8. */
  readonly data: Uint8Array;
}

/** Why a log says nothing more, or nothing now. */
export type LogState =
  | { readonly state: "opening" | "live" }
  /** It will go on by itself. */
  | {
      readonly state: "waiting";
      readonly reason: "not-started" | "restarting";
      readonly detail: string;
    }
  | { readonly state: "reconnecting"; readonly problem: Problem }
  | {
      readonly state: "ended";
      readonly reason: "container-ended" | "pod-deleted" | "complete" | "refused";
      readonly detail: string;
    };

/** The socket event "log.state". */
export type LogStateEvent = LogState & { readonly stream: string };

/** Query of GET /clusters/:id/log-sources. */
export const logSourcesQuery = z.object({
  namespace: objectName,
  /** Of one pod; */
  pod: objectName.optional(),
  /** or of every pod with these labels: "app=shop,tier=web". */
  selector: z.string().max(500).optional(),
});

/** A container that has a log. */
export interface LogSourceRow {
  readonly pod: string;
  readonly container: string;
  readonly kind: "main" | "init" | "ephemeral";
  readonly node: string;
  /** Whether it ran before: there is a previous log. */
  readonly restarted: boolean;
}

/** Query of GET /clusters/:id/log, the download. */
export const logDownloadQuery = z.object({
  namespace: objectName,
  pod: objectName,
  container: objectName,
  previous: z.enum(["true", "false"]).default("false"),
  sinceSeconds: z.coerce.number().int().min(1).max(31_536_000).optional(),
});
