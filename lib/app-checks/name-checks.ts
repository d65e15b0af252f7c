import { isJsonObject, type Json } from "@/lib/kube-write/json";
import { type Manifest, refOf, sayRef } from "@/lib/kube-write/manifest";
import type { RawObject } from "@/lib/kube-write/raw-objects";
import type { AppCheck } from "@/lib/schemas/app-check";
import type { VolumePassword } from "@/lib/templates/template";
import type { AppWorld } from "./world";

const INSTANCE = "app.kubernetes.io/instance";
const MANAGED_BY = "app.kubernetes.io/managed-by";

/** Whose the names are already. */
export function nameChecks(
  objects: readonly Manifest[],
  { existing }: AppWorld,
): readonly AppCheck[] {
  const instance = labelsIn(objects[0])[INSTANCE];
  const isOurs = ({ metadata }: RawObject) =>
    metadata.labels?.[MANAGED_BY] === "gandalf" && metadata.labels[INSTANCE] === instance;
  const foreign = existing.filter((object) => !isOurs(object)).map(sayRaw);
  const own = existing.filter(isOurs).map(sayRaw);
  return [
    ...(foreign.length > 0
      ? [{ code: "name-taken", field: "name", objects: foreign } as const]
      : []),
    ...(own.length > 0 ? [{ code: "updates", field: "name", objects: own } as const] : []),
  ];
}

/**
 * A password that a volume was once made with is worth keeping: the database on it knows no other. Where the secret
 * is still there it stays as it is; where only the volume is left, somebody has to remember.
 */
export function passwordChecks(
  passwords: readonly VolumePassword[],
  { existing, namespace }: AppWorld,
): readonly AppCheck[] {
  const has = (kind: string, name: string) =>
    existing.some((object) => object.kind === kind && object.metadata.name === name);
  return passwords.flatMap(({ field, secret, claim }): readonly AppCheck[] => {
    if (has("Secret", secret))
      return [
        {
          code: "password-kept",
          field,
          secret: sayRef({ kind: "Secret", namespace, name: secret }),
        },
      ];
    if (!has("PersistentVolumeClaim", claim)) return [];
    return [{ code: "password-lost", field, volume: `${namespace}/${claim}` }];
  });
}

/** The objects that are to be applied: a namespace that is not there comes first, a secret that is kept stays out. */
export function withChecks(
  objects: readonly Manifest[],
  checks: readonly AppCheck[],
): readonly Manifest[] {
  const kept = new Set(
    checks.flatMap((check) => (check.code === "password-kept" ? check.secret : [])),
  );
  const changed = objects.filter((object) => !kept.has(sayRef(refOf(object))));
  const name = objects[0] === undefined ? "" : refOf(objects[0]).namespace;
  // The checks may still be those of another name that was typed before.
  const isNew = checks.some((check) => check.code === "namespace-new" && check.namespace === name);
  return isNew
    ? [{ apiVersion: "v1", kind: "Namespace", metadata: { name } }, ...changed]
    : changed;
}

const sayRaw = ({ kind = "", metadata }: RawObject) =>
  sayRef({ kind, namespace: metadata.namespace ?? "", name: metadata.name });

const labelsIn = (object: Manifest | undefined): Readonly<Record<string, Json>> => {
  const labels = object?.metadata.labels;
  return isJsonObject(labels) ? labels : {};
};
