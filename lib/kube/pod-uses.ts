import type { KubeObject } from "./kube-object";
import type { Linked } from "./object-links";

interface RawVolume {
  readonly configMap?: { readonly name?: string };
  readonly secret?: { readonly secretName?: string };
  readonly projected?: { readonly sources?: readonly Source[] };
}

interface Source {
  readonly configMap?: { readonly name?: string };
  readonly secret?: { readonly name?: string };
}

interface RawContainer {
  readonly envFrom?: readonly { configMapRef?: { name?: string }; secretRef?: { name?: string } }[];
  readonly env?: readonly {
    readonly valueFrom?: { configMapKeyRef?: { name?: string }; secretKeyRef?: { name?: string } };
  }[];
}

interface RawSpec {
  readonly volumes?: readonly RawVolume[];
  readonly containers?: readonly RawContainer[];
  readonly initContainers?: readonly RawContainer[];
  readonly imagePullSecrets?: readonly { readonly name?: string }[];
  readonly serviceAccountName?: string;
}

/** Config maps, secrets and the service account that a pod takes something from, each once. */
export function podUses({ metadata: { namespace = "" }, ...pod }: KubeObject): readonly Linked[] {
  const spec: RawSpec = pod.spec ?? {};
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const uses = [
    ...(spec.volumes ?? []).flatMap(fromVolume),
    ...containers.flatMap(fromEnvironment),
    ...(spec.imagePullSecrets ?? []).map(({ name }) => ["Secret", name] as const),
    ["ServiceAccount", spec.serviceAccountName] as const,
  ];
  const found = new Map<string, Linked>();
  for (const [kind, name = ""] of uses)
    if (name !== "") found.set(`${kind}/${name}`, { kind, namespace, name });
  return [...found.values()];
}

type Use = readonly [kind: string, name: string | undefined];

const fromVolume = ({ configMap, secret, projected }: RawVolume): readonly Use[] => [
  ["ConfigMap", configMap?.name],
  ["Secret", secret?.secretName],
  ...(projected?.sources ?? []).flatMap((source): readonly Use[] => [
    ["ConfigMap", source.configMap?.name],
    ["Secret", source.secret?.name],
  ]),
];

const fromEnvironment = ({ envFrom = [], env = [] }: RawContainer): readonly Use[] => [
  ...envFrom.flatMap(({ configMapRef, secretRef }): readonly Use[] => [
    ["ConfigMap", configMapRef?.name],
    ["Secret", secretRef?.name],
  ]),
  ...env.flatMap(({ valueFrom }): readonly Use[] => [
    ["ConfigMap", valueFrom?.configMapKeyRef?.name],
    ["Secret", valueFrom?.secretKeyRef?.name],
  ]),
];
