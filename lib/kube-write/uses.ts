import type { RawPodObject, RawPodSpec } from "./raw-objects";

/** Names of config maps, secrets or claims that a pod is made with. */
export interface PodUses {
  readonly configMaps: readonly string[];
  readonly secrets: readonly string[];
  readonly claims: readonly string[];
}

const named = (names: readonly (string | undefined)[]) => [
  ...new Set(names.filter((name): name is string => name !== undefined && name !== "")),
];

/** What a pod's volumes and environment refer to. */
export function usesOf(spec: RawPodSpec = {}): PodUses {
  const volumes = spec.volumes ?? [];
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const from = containers.flatMap(({ envFrom = [] }) => envFrom);
  const values = containers.flatMap(({ env = [] }) => env.map(({ valueFrom }) => valueFrom));
  return {
    configMaps: named([
      ...volumes.map(({ configMap }) => configMap?.name),
      ...from.map(({ configMapRef }) => configMapRef?.name),
      ...values.map((value) => value?.configMapKeyRef?.name),
    ]),
    secrets: named([
      ...volumes.map(({ secret }) => secret?.secretName),
      ...from.map(({ secretRef }) => secretRef?.name),
      ...values.map((value) => value?.secretKeyRef?.name),
    ]),
    claims: named(volumes.map(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName)),
  };
}

/** Names of pods that use an object of that kind. */
export const podsUsing = (
  pods: readonly RawPodObject[],
  of: keyof PodUses,
  name: string,
): readonly string[] =>
  pods.filter(({ spec }) => usesOf(spec)[of].includes(name)).map(({ metadata }) => metadata.name);
