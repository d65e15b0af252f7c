import { column } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import type { KubeObject } from "../kube-object";

/** Source: Traefik's Kubernetes CRD reference, traefik.io/v1alpha1 IngressRoute. Only what is read here. */
interface RawIngressRoute {
  readonly spec?: {
    readonly entryPoints?: readonly string[];
    readonly tls?: object;
    readonly routes?: readonly {
      readonly match?: string;
      readonly services?: readonly { readonly name?: string; readonly port?: number | string }[];
      readonly middlewares?: readonly { readonly name?: string }[];
    }[];
  };
}

export interface IngressRouteRow extends KubeRow {
  readonly entryPoints: readonly string[];
  /** "Host(`shop.example.org`)" */
  readonly matches: readonly string[];
  /** "shop:80" */
  readonly backends: readonly string[];
  /** Names of services, each once. */
  readonly services: readonly string[];
  readonly middlewares: readonly string[];
  readonly tls: boolean;
}

function toRow(object: KubeObject): IngressRouteRow {
  const { entryPoints = [], routes = [], tls } = (object as RawIngressRoute).spec ?? {};
  const services = routes.flatMap((route) => route.services ?? []);
  const names = routes.flatMap(({ middlewares = [] }) =>
    middlewares.flatMap(({ name }) => name ?? []),
  );
  return {
    ...rowBase(object),
    entryPoints,
    matches: routes.flatMap(({ match }) => match ?? []),
    backends: services.map(({ name = "?", port }) =>
      port === undefined ? name : `${name}:${port}`,
    ),
    services: [...new Set(services.flatMap(({ name }) => name ?? []))],
    middlewares: [...new Set(names)],
    tls: tls !== undefined,
  };
}

/** Traefik's own routes; k3s brings Traefik. */
export const ingressRouteKind = defineKind<IngressRouteRow>({
  resource: {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    plural: "ingressroutes",
    namespaced: true,
  },
  label: "Ingress routes",
  group: "network",
  project: toRow,
  columns: [
    column("matches", "Rules", "list"),
    column("backends", "Services", "list"),
    column("entryPoints", "Entry points", "list"),
    column("middlewares", "Middlewares", "list"),
    column("tls", "TLS", "flag"),
  ],
  searchText: ({ matches, backends, middlewares }) => [...matches, ...backends, ...middlewares],
  actions: ["edit", "delete"],
});
