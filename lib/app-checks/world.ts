import type {
  RawIngress,
  RawNodeObject,
  RawObject,
  RawService,
} from "@/lib/kube-write/raw-objects";
import type { ImageAnswer } from "@/lib/registry/image-answer";

type Amounts = Readonly<Record<string, string>>;

/** Source: Kubernetes API reference, core/v1 ResourceQuota. */
export interface RawQuota extends RawObject {
  readonly spec?: { readonly scopes?: readonly string[]; readonly scopeSelector?: object };
  readonly status?: { readonly hard?: Amounts; readonly used?: Amounts };
}

/** Source: Kubernetes API reference, core/v1 LimitRange; the API fills in defaults that follow from bounds. */
export interface RawLimitRange extends RawObject {
  readonly spec?: { readonly limits?: readonly RawLimit[] };
}

export interface RawLimit {
  readonly type?: string;
  readonly max?: Amounts;
  readonly min?: Amounts;
  readonly default?: Amounts;
  readonly defaultRequest?: Amounts;
  readonly maxLimitRequestRatio?: Amounts;
}

/** Source: Kubernetes API reference, storage.k8s.io/v1 StorageClass. */
export interface RawStorageClass extends RawObject {
  readonly provisioner?: string;
}

/** Source: Kubernetes API reference, core/v1 Service. */
export interface RawPortService extends RawService {
  readonly spec?: RawService["spec"] & {
    readonly ports?: readonly { readonly port?: number }[];
  };
}

/** What is there before an app comes. */
export interface AppWorld {
  readonly namespace: string;
  readonly namespaceExists: boolean;
  /** Objects of the app's names that are there already. */
  readonly existing: readonly RawObject[];
  /** Of all namespaces. */
  readonly ingresses: readonly RawIngress[];
  readonly ingressClasses: readonly RawObject[];
  /** Of all namespaces. */
  readonly services: readonly RawPortService[];
  readonly quotas: readonly RawQuota[];
  readonly limits: readonly RawLimitRange[];
  readonly classes: readonly RawStorageClass[];
  readonly nodes: readonly RawNodeObject[];
  /** What registries said, by image as it is written. */
  readonly images: ReadonlyMap<string, ImageAnswer>;
}
