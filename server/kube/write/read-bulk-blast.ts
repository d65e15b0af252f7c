import { inParallel } from "@/server/hosts/in-parallel";
import { fail, ok, type Result } from "@/lib/core/result";
import { combineBlasts, type BlastSeen, type CombinedBlast } from "@/lib/kube-bulk/combine-blasts";
import { sayRef } from "@/lib/kube-write/manifest";
import type { RawObject } from "@/lib/kube-write/raw-objects";
import type { BulkTarget } from "@/lib/schemas/kube-bulk";
import type { ApiClient } from "@/server/kube/api-client";
import { findObject } from "./object-access";
import { Lists, worldOf, type World } from "./read-blast";
import type { WriteFailure } from "./write-failure";

/** Requests to the API at once. */
const AT_ONCE = 6;

interface BulkBlast extends CombinedBlast {
  readonly count: number;
  /** "Pod club/web-1": not there any more, or another one of that name. */
  readonly gone: readonly string[];
}

/** Reads what stands around many objects, each namespace once, and says what deleting all of them does. */
export async function readBulkBlast(
  api: ApiClient,
  targets: readonly BulkTarget[],
): Promise<Result<BulkBlast, WriteFailure>> {
  const read = await inParallel(targets, AT_ONCE, async (target) => {
    const found = await findObject(api, target);
    return { target, found };
  });
  const there: { target: BulkTarget; object: RawObject }[] = [];
  const gone: string[] = [];
  for (const { target, found } of read) {
    if (!found.ok) return fail(found.problem);
    const object = found.value as unknown as RawObject | null;
    if (object?.metadata.uid === target.uid) there.push({ target, object });
    else gone.push(sayRef(target));
  }
  const worlds = new Map<string, Promise<BlastSeen["world"]>>();
  const seen = await inParallel(there, AT_ONCE, async ({ target: { uid, ...ref }, object }) => {
    const own = OWN_WORLD.includes(ref.kind);
    const key = own ? uid : ref.namespace;
    const world = worlds.get(key) ?? readWorld(api, ref, object);
    worlds.set(key, world);
    return { ref, object, world: await world };
  });
  return ok({ ...combineBlasts(seen), count: there.length, gone });
}

/** Kinds whose surroundings are not those of their namespace. */
const OWN_WORLD: readonly string[] = ["Namespace", "CustomResourceDefinition"];

async function readWorld(
  api: ApiClient,
  ref: BlastSeen["ref"],
  object: RawObject,
): Promise<World & { readonly complete: boolean }> {
  const lists = new Lists(api, ref.kind === "Namespace" ? ref.name : ref.namespace);
  const world = await worldOf(lists, ref, object);
  return { ...world, complete: lists.complete };
}
