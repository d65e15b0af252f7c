import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { doubtful, idle } from "../row-status";

/**
 * Source: Kubernetes API reference, core/v1 Event: the same events as in events.k8s.io/v1, whose writers leave
 * `count` and `lastTimestamp` empty and set `eventTime` and `series`. Only what is read here.
 */
interface RawEvent {
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly firstTimestamp?: string | null;
  readonly lastTimestamp?: string | null;
  readonly eventTime?: string | null;
  readonly series?: { readonly count?: number; readonly lastObservedTime?: string };
  readonly involvedObject?: {
    readonly kind?: string;
    readonly name?: string;
    readonly uid?: string;
  };
  readonly source?: { readonly component?: string; readonly host?: string };
  readonly reportingComponent?: string;
}

export interface EventRow extends StatusRow {
  readonly type: "Normal" | "Warning";
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** What it is about; its `owner` says it as "Pod/nginx-1". */
  readonly aboutUid: string;
  readonly source: string;
}

/** Longer ones repeat an object; the event itself has all of it. */
const MAX_MESSAGE = 1000;

function toRow(object: KubeObject): EventRow {
  const raw = object as RawEvent & KubeObject;
  const { reason = "", message = "" } = raw;
  const type = raw.type === "Warning" ? "Warning" : "Normal";
  return {
    ...rowBase(object),
    ...aboutOf(raw),
    status: type === "Warning" ? doubtful(reason) : idle(reason),
    ...{ type, reason, ...timesOf(raw) },
    message: message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message,
    count: raw.series?.count ?? raw.count ?? 1,
    source: raw.source?.component || raw.reportingComponent || "",
  };
}

const aboutOf = ({ involvedObject = {} }: RawEvent) => {
  const { kind = "?", name = "?", uid = "" } = involvedObject;
  return { owner: `${kind}/${name}`, aboutUid: uid };
};

function timesOf({ metadata, series, eventTime, ...raw }: RawEvent & KubeObject) {
  const made = metadata.creationTimestamp ?? "";
  const firstAt = raw.firstTimestamp || eventTime || made;
  return { firstAt, lastAt: series?.lastObservedTime || raw.lastTimestamp || eventTime || made };
}

/** Events of one object with one reason as one: the newest message, all counts. */
function collapse(rows: Iterable<EventRow>): readonly EventRow[] {
  const groups = new Map<string, EventRow>();
  for (const row of rows) {
    const key = `${row.namespace} ${row.owner} ${row.type} ${row.reason}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? row : merged(before, row));
  }
  return [...groups.values()];
}

function merged(a: EventRow, b: EventRow): EventRow {
  const newest = Date.parse(a.lastAt) > Date.parse(b.lastAt) ? a : b;
  const firstAt = Date.parse(a.firstAt) < Date.parse(b.firstAt) ? a.firstAt : b.firstAt;
  return { ...newest, firstAt, count: a.count + b.count };
}

/** Events: what controllers and kubelets report, grouped, newest first. */
export const eventKind = defineKind<EventRow>({
  resource: { apiVersion: "v1", kind: "Event", plural: "events", namespaced: true },
  label: "Events",
  group: "cluster",
  project: toRow,
  status: ({ status }) => status,
  nameless: true,
  columns: [
    column("owner", "About", "reference"),
    column("message", "Message"),
    column("count", "Times", "number"),
    column("lastAt", "Last", "time"),
    hidden(column("firstAt", "First", "time")),
    hidden(column("type", "Type")),
    hidden(column("source", "From")),
  ],
  defaultSort: "lastAt",
  searchText: ({ owner, message, source }) => [owner, message, source],
  filters: { type: ({ type }) => type },
  collapse,
  actions: [],
});
