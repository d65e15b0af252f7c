import { stringify } from "yaml";
import type {
  ObjectCondition,
  ObjectDetail,
  ObjectEvent,
  ObjectFact,
  ObjectGraph,
  ObjectRef,
} from "@/lib/schemas/kube-object";
import { readConditions } from "./condition-status";
import { configMapKeys, secretKeys, type DataKey, type RawData } from "./data-keys";
import type { Kind, KubeRow } from "./kind";
import { eventKind, type EventRow } from "./kinds/event";
import { below, nodeId } from "./object-graph";
import { cleanObject, cutObject, type WholeObject } from "./view-object";

/** Columns that the page's head says already. */
const IN_HEAD = ["name", "namespace", "status", "labels", "createdAt"];

/** Shown at once; the list of events has the others. */
const MAX_EVENTS = 100;

type Described = Pick<
  ObjectDetail,
  | "ref"
  | "uid"
  | "resourceVersion"
  | "createdAt"
  | "deletingSince"
  | "finalizers"
  | "labels"
  | "annotations"
  | "conditions"
  | "keys"
  | "yaml"
  | "json"
  | "cut"
  | "secretsHidden"
>;

/** What the object says of itself. */
export function describeObject(object: WholeObject, ref: ObjectRef): Described {
  const { object: shown, cut } = cutObject(cleanObject(object));
  const { metadata } = shown;
  const conditions = (object.status as { conditions?: unknown } | undefined)?.conditions;
  return {
    ref,
    ...bornOf(metadata),
    finalizers: metadata.finalizers ?? [],
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    conditions: readConditions(conditions).map(toCondition),
    keys: keysOf(object),
    yaml: stringify(shown, { lineWidth: 0 }),
    json: shown,
    cut,
    secretsHidden: object.kind === "Secret",
  };
}

const bornOf = ({ uid, resourceVersion = "", ...times }: WholeObject["metadata"]) => ({
  ...{ uid, resourceVersion },
  createdAt: times.creationTimestamp ?? "",
  deletingSince: times.deletionTimestamp ?? "",
});

const toCondition = ({
  type,
  status,
  reason = "",
  message = "",
  lastTransitionTime = "",
}: ReturnType<typeof readConditions>[number]): ObjectCondition => ({
  ...{ type, status, reason, message },
  since: lastTransitionTime,
});

function keysOf(object: WholeObject & RawData): readonly DataKey[] | null {
  if (object.kind === "Secret") return secretKeys(object);
  return object.kind === "ConfigMap" ? configMapKeys(object) : null;
}

/** The kind's own columns as lines of a summary; empty ones are left out. */
export const factsOf = (kind: Kind, row: KubeRow): readonly ObjectFact[] =>
  kind.columns
    .filter(({ id }) => !IN_HEAD.includes(id))
    .map(({ id, label, type }) => ({
      id,
      label,
      type,
      value: (row as unknown as Record<string, unknown>)[id],
    }))
    .filter(
      ({ value }) =>
        value !== "" && value !== null && !(Array.isArray(value) && value.length === 0),
    );

/** Events of the object and of what stands below it, repeated ones as one, newest first. */
export function eventsOf(
  ref: ObjectRef,
  graph: ObjectGraph,
  events: Iterable<EventRow>,
): readonly ObjectEvent[] {
  const ids = below(ref, graph);
  const about: EventRow[] = [];
  for (const event of events) if (ids.has(aboutId(ref, event))) about.push(event);
  return [...eventKind.collapse(about)]
    .sort((a, b) => Number(a.lastAt < b.lastAt) - Number(a.lastAt > b.lastAt))
    .slice(0, MAX_EVENTS)
    .map(toObjectEvent);
}

/** Events of objects that live in no namespace lie in "default". Source: Kubernetes client-go, tools/events. */
const aboutId = ({ namespace }: ObjectRef, { owner, namespace: lies }: EventRow) => {
  const at = owner.indexOf("/");
  return nodeId({
    kind: owner.slice(0, at),
    namespace: namespace === "" && lies === "default" ? "" : lies,
    name: owner.slice(at + 1),
  });
};

/** As pages show it. */
export const toObjectEvent = ({ type, reason, message, count, ...row }: EventRow): ObjectEvent => ({
  ...{ type, reason, message, count },
  firstAt: row.firstAt,
  lastAt: row.lastAt,
  about: row.owner,
  source: row.source,
});
