import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { imagesOf, type PodTemplate } from "../pod-template";
import { doubtful, idle, underWay, well } from "../row-status";

/** Source: Kubernetes API reference, batch/v1 CronJob. Only what is read here. */
interface RawCronJob {
  readonly spec?: {
    readonly schedule?: string;
    readonly timeZone?: string;
    readonly suspend?: boolean;
    readonly jobTemplate?: { readonly spec?: { readonly template?: PodTemplate } };
  };
  readonly status?: {
    readonly active?: readonly object[];
    readonly lastScheduleTime?: string;
    readonly lastSuccessfulTime?: string;
  };
}

export interface CronJobRow extends StatusRow {
  readonly schedule: string;
  /** Empty: that of the controller, mostly UTC. */
  readonly timeZone: string;
  readonly suspended: boolean;
  readonly active: number;
  /** ISO 8601, UTC; empty: never. */
  readonly lastStartedAt: string;
  readonly lastSucceededAt: string;
  readonly images: readonly string[];
}

function toRow(object: KubeObject): CronJobRow {
  const raw = object as RawCronJob & KubeObject;
  const { spec = {}, status = {} } = raw as RawCronJob;
  return {
    ...rowBase(object),
    status: statusOf(raw),
    schedule: spec.schedule ?? "",
    timeZone: spec.timeZone ?? "",
    suspended: spec.suspend === true,
    active: status.active?.length ?? 0,
    lastStartedAt: status.lastScheduleTime ?? "",
    lastSucceededAt: status.lastSuccessfulTime ?? "",
    images: imagesOf(spec.jobTemplate?.spec?.template),
  };
}

function statusOf({ spec = {}, status = {} }: RawCronJob): RowStatus {
  const { lastScheduleTime: started = "", lastSuccessfulTime: succeeded = "" } = status;
  if (spec.suspend === true) return idle("Suspended", "It starts nothing until it is resumed.");
  if ((status.active?.length ?? 0) > 0) return underWay("Running");
  if (started === "") return idle("Waiting", "Its time has not come yet.");
  if (Date.parse(succeeded || "1970-01-01") >= Date.parse(started)) return well("Scheduled");
  return doubtful("Last run failed", "", "Its last job says why; run it now to try again.");
}

/** Cron jobs. */
export const cronJobKind = defineKind<CronJobRow>({
  resource: { apiVersion: "batch/v1", kind: "CronJob", plural: "cronjobs", namespaced: true },
  label: "Cron jobs",
  group: "workloads",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("schedule", "Schedule"),
    hidden(column("timeZone", "Time zone")),
    column("active", "Running", "number"),
    column("lastStartedAt", "Last start", "time"),
    column("lastSucceededAt", "Last success", "time"),
    hidden(column("images", "Images", "list")),
  ],
  searchText: ({ images, schedule }) => [...images, schedule],
  actions: ["run-now", "suspend", "resume", "edit", "delete"],
  actionsFor: ({ suspended }) => ["run-now", suspended ? "resume" : "suspend", "edit", "delete"],
});
