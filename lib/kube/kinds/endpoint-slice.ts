import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { doubtful, well } from "../row-status";

/** Source: Kubernetes API reference, discovery.k8s.io/v1 EndpointSlice. Only what is read here. */
interface RawEndpointSlice {
  readonly addressType?: string;
  readonly endpoints?: readonly Endpoint[] | null;
  readonly ports?: readonly { name?: string; port?: number; protocol?: string }[] | null;
}

interface Endpoint {
  readonly addresses?: readonly string[];
  /** `ready` left out means ready. */
  readonly conditions?: { readonly ready?: boolean };
  readonly targetRef?: { readonly kind?: string; readonly name?: string };
}

export interface EndpointSliceRow extends StatusRow {
  readonly service: string;
  readonly ready: number;
  readonly notReady: number;
  readonly addresses: readonly string[];
  /** "Pod/nginx-1", in the order of the addresses. */
  readonly targets: readonly string[];
  readonly ports: readonly string[];
}

/** More than fits in a cell; the object has all of them. A slice holds 100 by default. */
const MAX_SHOWN = 20;

/** Source: Kubernetes, discovery.k8s.io LabelServiceName. */
const SERVICE_LABEL = "kubernetes.io/service-name";

function toRow(object: KubeObject): EndpointSliceRow {
  const { endpoints, ports } = object as RawEndpointSlice;
  const all = endpoints ?? [];
  const ready = all.filter(({ conditions }) => conditions?.ready !== false).length;
  return {
    ...rowBase(object),
    status: ready > 0 ? well("Ready") : nobody(all.length),
    service: object.metadata.labels?.[SERVICE_LABEL] ?? "",
    ready,
    notReady: all.length - ready,
    addresses: all.flatMap(({ addresses = [] }) => addresses).slice(0, MAX_SHOWN),
    targets: all.flatMap(({ targetRef }) =>
      targetRef?.name === undefined ? [] : `${targetRef.kind}/${targetRef.name}`,
    ),
    ports: (ports ?? []).map(({ name = "", port, protocol = "TCP" }) =>
      `${name} ${port ?? "any"}/${protocol}`.trim(),
    ),
  };
}

const nobody = (known: number) =>
  known === 0
    ? doubtful(
        "Nothing behind it",
        "No pod has the labels that the service asks for.",
        "Compare the service's selector with the labels of the pods.",
      )
    : doubtful("None ready", `${known} known, none of them ready.`, "Its pods say why.");

/** Endpoints of services. */
export const endpointSliceKind = defineKind<EndpointSliceRow>({
  resource: {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    plural: "endpointslices",
    namespaced: true,
  },
  name: "endpoints",
  label: "Endpoints",
  group: "network",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("service", "Service"),
    column("ready", "Ready", "number"),
    column("notReady", "Not ready", "number"),
    column("addresses", "Addresses", "list"),
    column("ports", "Ports", "list"),
    hidden(column("targets", "Targets", "list")),
  ],
  searchText: ({ service, addresses, targets }) => [service, ...addresses, ...targets],
  actions: [],
});
