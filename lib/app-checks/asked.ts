import { parseQuantity } from "@/lib/kube/quantity";

/** An object of an app, as a template writes it or as the API has it. Only what is counted. */
export interface Counted {
  readonly kind?: string;
  readonly spec?: unknown;
}

/** What one container asks for. */
export interface AskedContainer {
  readonly name: string;
  readonly image: string;
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

interface Pods {
  readonly replicas: number;
  readonly containers: readonly AskedContainer[];
}

interface DeploymentSpec {
  readonly replicas?: number;
  readonly template?: {
    readonly spec?: {
      readonly containers?: readonly {
        readonly name?: string;
        readonly image?: string;
        readonly resources?: {
          readonly requests?: Readonly<Record<string, string>>;
          readonly limits?: Readonly<Record<string, string>>;
        };
      }[];
    };
  };
}

/** The pods that these objects stand for. */
export const podsOf = (objects: readonly Counted[]): readonly Pods[] =>
  objects
    .filter(({ kind }) => kind === "Deployment")
    .map(({ spec }) => {
      const { replicas = 1, template } = (spec ?? {}) as DeploymentSpec;
      const containers = (template?.spec?.containers ?? []).map((each) => ({
        name: each.name ?? "",
        image: each.image ?? "",
        requests: each.resources?.requests ?? {},
        limits: each.resources?.limits ?? {},
      }));
      return { replicas, containers };
    });

/** GiB as they are written in claims, per claim. */
export const claimsOf = (objects: readonly Counted[]): readonly string[] =>
  objects
    .filter(({ kind }) => kind === "PersistentVolumeClaim")
    .map(({ spec }) => {
      const { resources } = (spec ?? {}) as { resources?: { requests?: { storage?: string } } };
      return resources?.requests?.storage ?? "";
    });

/** Which kind a quota's name counts. Source: Kubernetes, "Resource Quotas". */
const KINDS: Readonly<Record<string, string>> = {
  services: "Service",
  secrets: "Secret",
  configmaps: "ConfigMap",
  persistentvolumeclaims: "PersistentVolumeClaim",
  "deployments.apps": "Deployment",
  "replicasets.apps": "Deployment",
  "ingresses.networking.k8s.io": "Ingress",
};

const SERVICES: Readonly<Record<string, readonly string[]>> = {
  "services.loadbalancers": ["LoadBalancer"],
  "services.nodeports": ["NodePort", "LoadBalancer"],
};

/** What quotas count in containers, and where it stands there. */
const COMPUTE = {
  "requests.cpu": ["requests", "cpu"],
  "requests.memory": ["requests", "memory"],
  "limits.cpu": ["limits", "cpu"],
  "limits.memory": ["limits", "memory"],
  cpu: ["requests", "cpu"],
  memory: ["requests", "memory"],
} as const satisfies Record<string, readonly ["requests" | "limits", string]>;

/** Where a quota's resource stands in a container; null when it counts something else. */
export const computeOf = (resource: string) =>
  Object.hasOwn(COMPUTE, resource) ? COMPUTE[resource as keyof typeof COMPUTE] : null;

/** How much of a quota's resource the objects ask for; null when it is not counted here. */
export function askedOf(objects: readonly Counted[], resource: string): number | null {
  const compute = computeOf(resource);
  if (compute !== null) return sumOf(objects, compute);
  if (resource === "requests.storage")
    return claimsOf(objects).reduce((sum, size) => sum + (parseQuantity(size) ?? 0), 0);
  const counted = resource.replace(/^count\//, "");
  if (counted === "pods") return podsOf(objects).reduce((sum, { replicas }) => sum + replicas, 0);
  const types = SERVICES[counted];
  if (types !== undefined)
    return objects.filter(({ kind, spec }) => kind === "Service" && types.includes(typeOf(spec)))
      .length;
  const wanted = KINDS[counted];
  return wanted === undefined ? null : objects.filter(({ kind }) => kind === wanted).length;
}

const typeOf = (spec: unknown): string => (spec as { type?: string } | undefined)?.type ?? "";

const sumOf = (
  objects: readonly Counted[],
  [part, key]: readonly ["requests" | "limits", string],
): number =>
  podsOf(objects).reduce(
    (sum, { replicas, containers }) =>
      sum +
      replicas * containers.reduce((of, each) => of + (parseQuantity(each[part][key]) ?? 0), 0),
    0,
  );
