import { column, hidden } from "../column";
import { defineKind, rowBase, type StatusRow } from "../kind";
import type { KubeObject } from "../kube-object";
import { doubtful, well } from "../row-status";

/** Source: Kubernetes API reference, core/v1 Service. Only what is read here. */
interface RawService {
  readonly spec?: {
    readonly type?: string;
    readonly clusterIP?: string;
    readonly externalName?: string;
    readonly externalIPs?: readonly string[];
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly ServicePort[];
  };
  readonly status?: { readonly loadBalancer?: { readonly ingress?: readonly Address[] } };
}

interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly nodePort?: number;
  readonly protocol?: string;
}

/** Where a load balancer answers. Source: core/v1 LoadBalancerIngress. */
export interface Address {
  readonly ip?: string;
  readonly hostname?: string;
}

export interface ServiceRow extends StatusRow {
  /** ClusterIP, NodePort, LoadBalancer, ExternalName; "Headless" for a ClusterIP of None. */
  readonly type: string;
  readonly clusterIp: string;
  readonly addresses: readonly string[];
  /** "http 80:30080/TCP" */
  readonly ports: readonly string[];
  /** What its pods' labels must be. Empty: somebody else writes its endpoints. */
  readonly selector: Readonly<Record<string, string>>;
}

function toRow(object: KubeObject): ServiceRow {
  const { spec = {}, status = {} } = object as RawService;
  const balanced = addressesOf(status.loadBalancer?.ingress);
  const type = spec.clusterIP === "None" ? "Headless" : (spec.type ?? "ClusterIP");
  return {
    ...rowBase(object),
    status: type === "LoadBalancer" && balanced.length === 0 ? NO_ADDRESS : well("Active"),
    type,
    clusterIp: spec.clusterIP ?? "",
    addresses: [...balanced, ...outsideOf(spec)],
    ports: (spec.ports ?? []).map(portText),
    selector: spec.selector ?? {},
  };
}

const outsideOf = ({ externalIPs = [], externalName }: NonNullable<RawService["spec"]>) =>
  externalName ? [...externalIPs, externalName] : externalIPs;

const NO_ADDRESS = doubtful(
  "No address",
  "No load balancer gave it an address.",
  "On k3s its ports must be free on a node, and servicelb or MetalLB has to run.",
);

/** Addresses or names, as they came. */
export const addressesOf = (list: readonly Address[] | undefined): readonly string[] =>
  (list ?? []).flatMap(({ ip, hostname }) => ip ?? hostname ?? []);

const portText = ({ name = "", port, nodePort, protocol = "TCP" }: ServicePort) =>
  `${name === "" ? "" : `${name} `}${port}${nodePort === undefined ? "" : `:${nodePort}`}/${protocol}`;

/** Services. */
export const serviceKind = defineKind<ServiceRow>({
  resource: { apiVersion: "v1", kind: "Service", plural: "services", namespaced: true },
  label: "Services",
  group: "network",
  project: toRow,
  status: ({ status }) => status,
  columns: [
    column("type", "Type"),
    column("clusterIp", "Cluster IP"),
    column("addresses", "Addresses", "list"),
    column("ports", "Ports", "list"),
    hidden(column("selector", "Selector", "labels")),
  ],
  searchText: ({ type, clusterIp, addresses, ports }) => [type, clusterIp, ...addresses, ...ports],
  filters: { type: ({ type }) => type },
  actions: ["open", "edit", "delete"],
});
