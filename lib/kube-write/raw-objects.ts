import type { ContainerStatus } from "@/lib/kube/pod-phrase";
import type { KubeCondition } from "@/lib/kube/kube-object";
import type { Json, JsonObject } from "./json";

/** Source: Kubernetes API reference, meta/v1 ObjectMeta. Only what is read here. */
export interface RawMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
    readonly controller?: boolean;
  }[];
}

/** Anything that has a name. */
export interface RawObject {
  readonly kind?: string;
  readonly metadata: RawMeta;
}

export interface RawVolume {
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly configMap?: { readonly name?: string };
  readonly secret?: { readonly secretName?: string };
  readonly emptyDir?: object;
}

export interface RawContainer {
  readonly name: string;
  readonly image?: string;
  readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
  readonly envFrom?: readonly {
    readonly configMapRef?: { readonly name?: string };
    readonly secretRef?: { readonly name?: string };
  }[];
  readonly env?: readonly {
    readonly valueFrom?: {
      readonly configMapKeyRef?: { readonly name?: string };
      readonly secretKeyRef?: { readonly name?: string };
    };
  }[];
}

/** Source: Kubernetes API reference, core/v1 PodSpec. */
export interface RawPodSpec {
  readonly nodeName?: string;
  readonly containers?: readonly RawContainer[];
  readonly initContainers?: readonly RawContainer[];
  readonly volumes?: readonly RawVolume[];
}

/** Source: Kubernetes API reference, core/v1 Pod. */
export interface RawPodObject extends RawObject {
  readonly spec?: RawPodSpec;
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly conditions?: readonly KubeCondition[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

export interface RawSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** Source: Kubernetes API reference, apps/v1 Deployment, StatefulSet, DaemonSet, ReplicaSet. */
export interface RawWorkload extends RawObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly selector?: RawSelector;
    readonly template?: JsonObject;
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly desiredNumberScheduled?: number;
    readonly updatedNumberScheduled?: number;
    readonly numberReady?: number;
    readonly numberAvailable?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
    readonly conditions?: readonly KubeCondition[];
  };
}

/** Source: Kubernetes API reference, apps/v1 ControllerRevision. */
export interface RawRevision extends RawObject {
  readonly revision?: number;
  readonly data?: Json;
}

/** Source: Kubernetes API reference, core/v1 Event. */
export interface RawEvent extends RawObject {
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly lastTimestamp?: string | null;
  readonly eventTime?: string | null;
  readonly involvedObject?: { readonly kind?: string; readonly name?: string };
}

/** Source: Kubernetes API reference, autoscaling/v2 HorizontalPodAutoscaler. */
export interface RawAutoscaler extends RawObject {
  readonly spec?: {
    readonly scaleTargetRef?: { readonly kind?: string; readonly name?: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
  };
}

/** Source: Kubernetes API reference, core/v1 Service. */
export interface RawService extends RawObject {
  readonly spec?: { readonly selector?: Readonly<Record<string, string>>; readonly type?: string };
}

/** Source: Kubernetes API reference, networking.k8s.io/v1 Ingress. */
export interface RawIngress extends RawObject {
  readonly spec?: {
    readonly defaultBackend?: RawBackend;
    readonly rules?: readonly {
      readonly host?: string;
      readonly http?: { readonly paths?: readonly { readonly backend?: RawBackend }[] };
    }[];
  };
}
interface RawBackend {
  readonly service?: { readonly name?: string };
}

/** Source: Kubernetes API reference, core/v1 PersistentVolumeClaim. */
export interface RawClaim extends RawObject {
  readonly spec?: { readonly volumeName?: string; readonly storageClassName?: string };
}

/** Source: Kubernetes API reference, core/v1 PersistentVolume. */
export interface RawVolumeObject extends RawObject {
  readonly spec?: {
    readonly persistentVolumeReclaimPolicy?: string;
    readonly claimRef?: { readonly namespace?: string; readonly name?: string };
    readonly nodeAffinity?: {
      readonly required?: {
        readonly nodeSelectorTerms?: readonly {
          readonly matchExpressions?: readonly {
            readonly key?: string;
            readonly operator?: string;
            readonly values?: readonly string[];
          }[];
        }[];
      };
    };
  };
}

/** Source: Kubernetes API reference, policy/v1 PodDisruptionBudget. */
export interface RawBudget extends RawObject {
  readonly spec?: { readonly selector?: RawSelector };
  readonly status?: { readonly disruptionsAllowed?: number; readonly expectedPods?: number };
}

/** Source: Kubernetes API reference, core/v1 Node. */
export interface RawNodeObject extends RawObject {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { key: string; value?: string; effect: string }[];
  };
  readonly status?: {
    readonly conditions?: readonly KubeCondition[];
    readonly nodeInfo?: {
      readonly architecture?: string;
      readonly bootID?: string;
      readonly kubeletVersion?: string;
    };
    readonly images?: readonly { readonly names?: readonly string[] }[];
  };
}
