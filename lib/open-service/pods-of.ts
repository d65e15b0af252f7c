import { type RawLabelSelector, readLabelSelector, selectorText } from "@/lib/kube/label-selector";
import type { OpenableKind, OpenTarget } from "@/lib/schemas/opening";
import type { Openable } from "./port-offers";

const PATHS: Readonly<Record<OpenableKind, readonly [api: string, plural: string]>> = {
  Service: ["/api/v1", "services"],
  Pod: ["/api/v1", "pods"],
  Deployment: ["/apis/apps/v1", "deployments"],
  StatefulSet: ["/apis/apps/v1", "statefulsets"],
  DaemonSet: ["/apis/apps/v1", "daemonsets"],
  ReplicaSet: ["/apis/apps/v1", "replicasets"],
};

/** The object's path in the API. */
export function targetPath({ kind, namespace, name }: OpenTarget): string {
  const [api, plural] = PATHS[kind];
  return `${api}/namespaces/${namespace}/${plural}/${name}`;
}

type Labels = Readonly<Record<string, string>>;

/** A service's selector is labels alone. */
export interface Selecting extends Openable {
  readonly spec?: NonNullable<Openable["spec"]> & {
    readonly type?: string;
    readonly selector?: RawLabelSelector | Labels;
  };
}

/** The labels of its pods, as the API takes them in a query; null when it selects none. */
export function podSelector(kind: OpenableKind, { spec = {} }: Selecting): string | null {
  const { selector = {} } = spec;
  const raw = kind === "Service" ? { matchLabels: selector as Labels } : selector;
  return selectorText(readLabelSelector(raw)) || null;
}
