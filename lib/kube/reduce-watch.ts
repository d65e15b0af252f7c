import type { Kind, KubeRow } from "./kind";
import type { KubeStatus, WatchEvent } from "./kube-object";

/** What is known of one kind, as of a version of the cluster. */
export interface WatchState {
  readonly rows: ReadonlyMap<string, KubeRow>;
  readonly resourceVersion: string;
}

export interface Reduced {
  readonly state: WatchState;
  /** Whether any row that a page shows differs now. */
  readonly changed: boolean;
  /** What the API said before it ended the watch, such as 410: the version is too old, list again. */
  readonly error: KubeStatus | null;
}

/**
 * Folds a batch of watch events in. Pure; the rows are copied once for a whole batch, and not at all when a
 * batch changes no row: a kubelet's heartbeat changes its Node every few seconds, and nothing that is shown.
 */
export function reduceWatch(state: WatchState, events: readonly WatchEvent[], kind: Kind): Reduced {
  let rows: Map<string, KubeRow> | null = null;
  let resourceVersion = state.resourceVersion;
  for (const event of events) {
    if (event.type === "ERROR")
      return { ...folded(state, rows, resourceVersion), error: event.object };
    resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
    if (event.type === "BOOKMARK") continue;
    const next = event.type === "DELETED" ? null : kind.project(event.object);
    const { uid } = event.object.metadata;
    if (isSame((rows ?? state.rows).get(uid), next)) continue;
    rows ??= new Map(state.rows);
    if (next === null) rows.delete(uid);
    else rows.set(uid, next);
  }
  return { ...folded(state, rows, resourceVersion), error: null };
}

const folded = (state: WatchState, rows: Map<string, KubeRow> | null, resourceVersion: string) => ({
  state: { rows: rows ?? state.rows, resourceVersion },
  changed: rows !== null,
});

/** Rows are small plain data made in one place, so their keys always come in the same order. */
const isSame = (before: KubeRow | undefined, after: KubeRow | null) =>
  before === undefined || after === null
    ? before === undefined && after === null
    : JSON.stringify(before) === JSON.stringify(after);
