import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { doubtful, well } from "../row-status";
import { addressesOf, type Address } from "./service";

/** Source: Kubernetes API reference, networking.k8s.io/v1 Ingress. Only what is read here. */
interface RawIngress {
  readonly spec?: {
    readonly ingressClassName?: string;
    readonly defaultBackend?: Backend;
    readonly tls?: readonly { readonly hosts?: readonly string[] }[];
    readonly rules?: readonly {
      readonly host?: string;
      readonly http?: { readonly paths?: readonly { path?: string; backend?: Backend }[] };
    }[];
  };
  readonly status?: { readonly loadBalancer?: { readonly ingress?: readonly Address[] } };
}

interface Backend {
  readonly service?: { readonly name: string; readonly port?: { name?: string; number?: number } };
}

export interface IngressRow extends StatusRow {
  readonly ingressClass: string;
  /** "*" for any. */
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  /** "shop.example.org/api → api:80" */
  readonly routes: readonly string[];
  /** Names of services, each once. */
  readonly services: readonly string[];
  readonly tls: boolean;
}

function toRow(object: KubeObject): IngressRow {
  const { spec = {}, status = {} } = object as RawIngress;
  const rules = spec.rules ?? [];
  const routes = rules.flatMap(({ host = "*", http }) =>
    (http?.paths ?? []).map(({ path = "/", backend }) => ({ at: `${host}${path}`, backend })),
  );
  const all = spec.defaultBackend ? [...routes, { at: "*", backend: spec.defaultBackend }] : routes;
  const addresses = addressesOf(status.loadBalancer?.ingress);
  return {
    ...rowBase(object),
    status: addresses.length > 0 ? well("Active") : NO_ADDRESS,
    ingressClass: spec.ingressClassName ?? "",
    hosts: [...new Set(rules.map(({ host = "*" }) => host))],
    addresses,
    routes: all.map(({ at, backend }) => `${at} → ${backendText(backend)}`),
    services: [...new Set(all.flatMap(({ backend }) => backend?.service?.name ?? []))],
    tls: (spec.tls?.length ?? 0) > 0,
  };
}

const NO_ADDRESS = doubtful(
  "No address",
  "No ingress controller has taken it up.",
  "Check that a controller runs and that the ingress names its class.",
);

const backendText = (backend: Backend | undefined) => {
  const { name = "?", port } = backend?.service ?? {};
  return `${name}:${port?.name ?? port?.number ?? "?"}`;
};

/** Ingresses. */
export const ingressKind = defineKind<IngressRow>({
  resource: {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    plural: "ingresses",
    namespaced: true,
  },
  label: "Ingresses",
  group: "network",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("hosts", "Hosts", "list"),
    column("addresses", "Addresses", "list"),
    column("routes", "Routes", "list"),
    column("tls", "TLS", "flag"),
    column("ingressClass", "Class"),
    hidden(column("services", "Services", "list")),
  ],
  searchText: ({ hosts, addresses, routes }) => [...hosts, ...addresses, ...routes],
  actions: ["edit", "delete"],
});
