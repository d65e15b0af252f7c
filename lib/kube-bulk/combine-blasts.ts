import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { BlastItem } from "@/lib/schemas/kube-blast";
import {
  blastItems,
  cutNames,
  mustBeTyped,
  podsOf,
  type BlastWorld,
} from "@/lib/kube-write/blast-radius";
import type { RawObject, RawPodObject } from "@/lib/kube-write/raw-objects";

/** An object that is deleted together with others, and what was read around it. */
export interface BlastSeen {
  readonly ref: ObjectRef;
  readonly object: RawObject;
  /** Shared by all objects of a namespace. */
  readonly world: Omit<BlastWorld, "object">;
}

/** What many deletions take with them together. */
export interface CombinedBlast {
  readonly items: readonly BlastItem[];
  readonly typed: boolean;
  readonly complete: boolean;
}

/**
 * The blast radius of all of them as one: a service whose pods belong to two deployments breaks when both go, and
 * what two of them share is counted once.
 */
export function combineBlasts(seen: readonly BlastSeen[]): CombinedBlast {
  const alsoGoing = seen.flatMap(goingPods);
  const spaces = new Set(seen.map(spaceOf));
  const merged = new Map<string, { item: BlastItem; names: Set<string> }>();
  for (const one of seen)
    for (const item of blastItems(one.ref, { ...one.world, object: one.object, alsoGoing })) {
      const key = `${item.code} ${item.verdict} ${item.kind}`;
      const entry = merged.get(key) ?? { item, names: new Set<string>() };
      merged.set(key, entry);
      const prefix = spaces.size > 1 && item.code !== "hosts" ? `${spaceOf(one)}/` : "";
      for (const name of item.names) entry.names.add(`${prefix}${name}`);
    }
  const items = [...merged.values()].map(({ item, names }) => ({
    ...item,
    count: names.size,
    names: [...names],
  }));
  return {
    items: items.sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]).map(cutNames),
    typed: seen.some(({ ref }) => mustBeTyped(ref.kind, items)),
    complete: seen.every(({ world }) => world.complete),
  };
}

/** What cannot be undone first. */
const ORDER = { lost: 0, breaks: 1, goes: 2, stays: 3 } satisfies Record<
  BlastItem["verdict"],
  number
>;

const spaceOf = ({ ref }: BlastSeen) => (ref.kind === "Namespace" ? ref.name : ref.namespace);

/** A pod itself, or those that the object owns. A controlled pod comes back: it leaves no gap for long. */
function goingPods({ ref, object, world }: BlastSeen): readonly RawPodObject[] {
  if (ref.kind !== "Pod") return podsOf({ ...world, object });
  const { uid } = object.metadata;
  return world.pods.filter(({ metadata }) => metadata.uid === uid);
}

/** Scaling to nothing ends pods as a deletion does; everything else stays. */
export const ofScalingToZero = ({ items, complete }: CombinedBlast): CombinedBlast => ({
  items: items.filter(({ code }) => SCALED.includes(code)),
  typed: false,
  complete,
});

const SCALED: readonly BlastItem["code"][] = ["pods", "services", "hosts"];
