import { fail, ok, type Result } from "@/lib/core/result";
import type { JsonObject } from "@/lib/kube-write/json";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import type { ApiClient } from "@/server/kube/api-client";
import { findResource, pathOf } from "./discovery";
import { send } from "./send";
import type { WriteFailure } from "./write-failure";

/**
 * Who the API says changed a field when the panel changed it outside of a manifest (scale, restart, edit …).
 * Another name than that of applied manifests: the API treats the two ways of writing as two managers.
 */
export const ACTION_MANAGER = "gandalf-action";

/** The object as the API has it. */
export async function readObject(
  api: ApiClient,
  ref: ObjectRef,
): Promise<Result<JsonObject, WriteFailure>> {
  const address = await findResource(api, ref);
  if (!address.ok) return address;
  return send(api, { path: pathOf(address.value, ref.namespace, ref.name) }, ref);
}

/** The object, or null when there is none. */
export async function findObject(
  api: ApiClient,
  ref: ObjectRef,
): Promise<Result<JsonObject | null, WriteFailure>> {
  const read = await readObject(api, ref);
  if (read.ok || read.problem.httpStatus !== 404) return read;
  return ok(null);
}

const CONTENT_TYPES = {
  merge: "application/merge-patch+json",
  strategic: "application/strategic-merge-patch+json",
  json: "application/json-patch+json",
} as const;

/** A change of an object that is there. `subresource`: "scale". */
export interface Patch {
  readonly ref: ObjectRef;
  readonly kind: keyof typeof CONTENT_TYPES;
  readonly body: object;
  readonly dryRun?: boolean;
  readonly subresource?: string;
}

export async function patchObject(
  api: ApiClient,
  { ref, kind, body, dryRun = false, subresource }: Patch,
): Promise<Result<JsonObject, WriteFailure>> {
  const address = await findResource(api, ref);
  if (!address.ok) return address;
  const path = pathOf(address.value, ref.namespace, ref.name);
  return send(
    api,
    {
      method: "PATCH",
      path: subresource === undefined ? path : `${path}/${subresource}`,
      query: { fieldManager: ACTION_MANAGER, ...(dryRun ? { dryRun: "All" } : {}) },
      contentType: CONTENT_TYPES[kind],
      body,
    },
    ref,
  );
}

/** Every object of a kind in a namespace (or everywhere), page by page, up to a bound. */
export async function listObjects<T>(
  api: ApiClient,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Result<{ readonly items: readonly T[]; readonly complete: boolean }, WriteFailure>> {
  const items: T[] = [];
  let next = "";
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await send<{ items?: readonly T[] | null; metadata?: { continue?: string } }>(
      api,
      { path, query: { limit: "500", ...query, ...(next === "" ? {} : { continue: next }) } },
      { kind: "list", namespace: "", name: path },
    );
    if (!answer.ok) return fail(answer.problem);
    items.push(...(answer.value.items ?? []));
    next = answer.value.metadata?.continue ?? "";
    if (next === "") return ok({ items, complete: true });
  }
  return ok({ items, complete: false });
}

/** 10,000 objects: more than a namespace of this panel's clusters has, little enough to hold for a moment. */
const MAX_PAGES = 20;
