import type { GraphEdge } from "@/lib/schemas/kube-object";
import type { Kind, KubeRow } from "./kind";
import { type KINDS, type RowOf } from "./kinds";

/** A related object, by what manifests call its kind. */
export interface Linked {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Says that an object points to another one, or (`isFrom`) that another one points to it. */
export interface Link {
  readonly other: Linked;
  readonly relation: GraphEdge["relation"];
  readonly isFrom?: true;
}

type LinksOf = { readonly [Name in keyof typeof KINDS]?: (row: RowOf<Name>) => readonly Link[] };

const to =
  (relation: Link["relation"], kind: string, row: KubeRow) =>
  (name: string): Link => ({
    relation,
    other: { kind, namespace: row.namespace, name },
  });

/** "Deployment/web" taken apart. */
const reference = (text: string, namespace: string): readonly Linked[] => {
  const at = text.indexOf("/");
  return at < 1 ? [] : [{ kind: text.slice(0, at), namespace, name: text.slice(at + 1) }];
};

const routes = (row: RowOf<"ingresses"> | RowOf<"ingressroutes">) =>
  row.services.map(to("routes", "Service", row));

const binds = (row: RowOf<"rolebindings">) =>
  reference(row.role, row.namespace).map((role): Link => ({
    relation: "binds",
    other: role.kind === "ClusterRole" ? { ...role, namespace: "" } : role,
  }));

/** What rows of a kind point to, besides their owner. */
const LINKS: LinksOf = {
  pods: (row) => [
    ...row.claims.map(to("mounts", "PersistentVolumeClaim", row)),
    ...(row.node === ""
      ? []
      : [{ relation: "runs-on" as const, other: { kind: "Node", namespace: "", name: row.node } }]),
  ],
  endpoints: (row) => [
    ...row.targets.flatMap((target) =>
      reference(target, row.namespace).map((other): Link => ({ relation: "selects", other })),
    ),
    ...(row.service === ""
      ? []
      : [{ ...to("owns", "Service", row)(row.service), isFrom: true as const }]),
  ],
  ingresses: routes,
  ingressroutes: routes,
  horizontalpodautoscalers: (row) =>
    reference(row.target, row.namespace).map((other): Link => ({ relation: "scales", other })),
  persistentvolumeclaims: (row) =>
    row.volume === ""
      ? []
      : [
          {
            relation: "binds",
            other: { kind: "PersistentVolume", namespace: "", name: row.volume },
          },
        ],
  rolebindings: binds,
  clusterrolebindings: binds,
};

/** Everything that a row says of other objects. */
export function linksOf(kind: Kind, row: KubeRow): readonly Link[] {
  const own = (LINKS as Readonly<Record<string, ((row: never) => readonly Link[]) | undefined>>)[
    kind.name
  ];
  // Of an event it is what it is about.
  const owners = kind.name === "events" ? [] : reference(row.owner, row.namespace);
  return [
    ...owners.map((other): Link => ({ relation: "owns", other, isFrom: true })),
    ...(own?.(row as never) ?? []),
  ];
}

/** Lists that say what an object of this kind has below and beside it. */
export const RELATED: Readonly<Record<string, readonly (keyof typeof KINDS)[]>> = {
  Deployment: ["replicasets", "pods", "horizontalpodautoscalers"],
  ReplicaSet: ["pods"],
  StatefulSet: ["pods", "persistentvolumeclaims", "horizontalpodautoscalers"],
  DaemonSet: ["pods"],
  Job: ["pods"],
  CronJob: ["jobs.batch", "pods"],
  HelmChart: ["jobs.batch", "pods"],
  Service: ["endpoints", "pods", "ingresses", "ingressroutes"],
  EndpointSlice: ["pods"],
  Ingress: ["services", "endpoints", "pods"],
  IngressRoute: ["services", "endpoints", "pods"],
  Pod: ["endpoints", "services", "persistentvolumeclaims", "persistentvolumes"],
  Node: ["pods"],
  PersistentVolumeClaim: ["pods", "persistentvolumes"],
  PersistentVolume: ["persistentvolumeclaims", "pods"],
  HorizontalPodAutoscaler: ["deployments", "statefulsets", "pods", "replicasets"],
  RoleBinding: ["roles", "clusterroles"],
  ClusterRoleBinding: ["clusterroles"],
};
