import { cluster } from "@/lib/i18n/en/cluster";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import { column, hidden } from "../column";
import { defineKind, rowBase, type KubeRow } from "../kind";
import { conditionOf, type KubeCondition, type KubeObject } from "../kube-object";
import { bad, doubtful, well } from "../row-status";
import { parseCpuMillis, parseMemoryBytes } from "../quantity";

/** Source: Kubernetes API reference, core/v1 Node. Only what is read here. */
interface RawNode {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { key: string; value?: string; effect: string }[];
  };
  readonly status?: {
    readonly conditions?: readonly KubeCondition[];
    readonly addresses?: readonly { type: string; address: string }[];
    readonly capacity?: Readonly<Record<string, string>>;
    readonly allocatable?: Readonly<Record<string, string>>;
    readonly nodeInfo?: Readonly<Record<string, string>>;
  };
}

/** What is wrong with a node, apart from its being cordoned. `message` is the kubelet's own. */
export interface NodeTrouble {
  readonly code:
    | "kubelet-silent"
    | "not-ready"
    | "memory-pressure"
    | "disk-pressure"
    | "pid-pressure"
    | "network-unavailable";
  readonly message: string;
  /** ISO 8601, UTC; empty when unknown. */
  readonly since: string;
}

/** Null where the node has not said. */
export interface Amount {
  readonly capacity: number | null;
  readonly allocatable: number | null;
}

export interface NodeRow extends KubeRow {
  readonly ready: boolean;
  /** Since when it is Ready, or not. ISO 8601, UTC; empty when unknown. */
  readonly readySince: string;
  readonly cordoned: boolean;
  readonly deleting: boolean;
  readonly roles: readonly string[];
  readonly troubles: readonly NodeTrouble[];
  readonly version: string;
  /** InternalIP; empty when it has none. */
  readonly address: string;
  readonly os: string;
  readonly architecture: string;
  readonly kernel: string;
  readonly runtime: string;
  readonly cpuMillis: Amount;
  readonly memoryBytes: Amount;
  readonly maxPods: number | null;
  /** As kubectl writes them: "CriticalAddonsOnly=true:NoExecute". */
  readonly taints: readonly string[];
}

/** Source: Kubernetes well-known labels, node-role.kubernetes.io. */
const ROLE_LABEL = "node-role.kubernetes.io/";

/** Source: Kubernetes node status, "Conditions": these are trouble when "True". */
const PRESSURES = {
  MemoryPressure: "memory-pressure",
  DiskPressure: "disk-pressure",
  PIDPressure: "pid-pressure",
  NetworkUnavailable: "network-unavailable",
} as const;

function toNodeRow(object: KubeObject): NodeRow {
  const { spec = {}, status = {} } = object as RawNode;
  return {
    ...rowBase(object),
    ...readiness(conditionOf(status.conditions, "Ready")),
    cordoned: spec.unschedulable === true,
    deleting: object.metadata.deletionTimestamp !== undefined,
    roles: rolesOf(object),
    troubles: troublesOf(status.conditions),
    ...systemOf(status.nodeInfo),
    address: status.addresses?.find(({ type }) => type === "InternalIP")?.address ?? "",
    cpuMillis: amount(status, "cpu", parseCpuMillis),
    memoryBytes: amount(status, "memory", parseMemoryBytes),
    maxPods: parseMemoryBytes(status.allocatable?.pods),
    taints: (spec.taints ?? []).map(taintText),
  };
}

const readiness = (ready: KubeCondition | undefined) => ({
  ready: ready?.status === "True",
  readySince: ready?.lastTransitionTime ?? "",
});

const systemOf = (info: Readonly<Record<string, string>> = {}) => ({
  version: info.kubeletVersion ?? "",
  os: info.osImage ?? "",
  architecture: info.architecture ?? "",
  kernel: info.kernelVersion ?? "",
  runtime: info.containerRuntimeVersion ?? "",
});

const rolesOf = ({ metadata }: KubeObject) =>
  Object.keys(metadata.labels ?? {})
    .filter((label) => label.startsWith(ROLE_LABEL) && label !== ROLE_LABEL)
    .map((label) => label.slice(ROLE_LABEL.length))
    .sort();

const amount = (
  status: NonNullable<RawNode["status"]>,
  resource: string,
  parse: (text: string | undefined) => number | null,
): Amount => ({
  capacity: parse(status.capacity?.[resource]),
  allocatable: parse(status.allocatable?.[resource]),
});

const taintText = ({ key, value = "", effect }: { key: string; value?: string; effect: string }) =>
  `${key}${value === "" ? "" : `=${value}`}:${effect}`;

function troublesOf(conditions: readonly KubeCondition[] | undefined): readonly NodeTrouble[] {
  const pressures = Object.entries(PRESSURES).flatMap(([type, code]) => {
    const condition = conditionOf(conditions, type);
    return condition?.status === "True" ? [troubleOf(code, condition)] : [];
  });
  const ready = conditionOf(conditions, "Ready");
  if (ready?.status === "True") return pressures;
  // "Unknown" is written by the node controller once the kubelet stops reporting.
  const code = ready?.status === "Unknown" ? "kubelet-silent" : "not-ready";
  return [troubleOf(code, ready), ...pressures];
}

const troubleOf = (
  code: NodeTrouble["code"],
  condition: KubeCondition | undefined,
): NodeTrouble => ({
  code,
  message: condition?.message ?? "",
  since: condition?.lastTransitionTime ?? "",
});

/** Whether it runs the control plane. Source: k3s sets these role labels on servers. */
export const isServerNode = (row: NodeRow): boolean =>
  row.roles.some((role) => role === "control-plane" || role === "master");

/** One word for filters: what the status column says. */
export function nodeState(row: NodeRow): "ready" | "not-ready" | "cordoned" {
  if (!row.ready) return "not-ready";
  return row.cordoned ? "cordoned" : "ready";
}

/** Trouble first: not Ready, then Ready with trouble, then cordoned, then the rest. */
function troubleRank(row: NodeRow): number {
  if (!row.ready) return 0;
  if (row.troubles.length > 0) return 1;
  return row.cordoned ? 2 : 3;
}

/** The node's state in words; what is wrong comes before its being cordoned. */
export function nodeStatus(row: NodeRow): RowStatus {
  const [first] = row.troubles;
  const why = first === undefined ? "" : cluster.nodes.troubles[first.code](first.message);
  if (!row.ready) return bad("Not ready", why);
  if (first !== undefined) return bad("Ready", why);
  if (row.cordoned) return doubtful("Cordoned", "New pods go to other nodes.", "Uncordon it.");
  return well("Ready");
}

/** A node that was declared off carries this taint. Source: Kubernetes, "Non-graceful node shutdown". */
const OFF_TAINT = "node.kubernetes.io/out-of-service";

/** What can be asked of a node as it is now. */
export function nodeActions({ cordoned, ready, taints }: NodeRow) {
  const isOff = taints.some((taint) => taint.startsWith(OFF_TAINT));
  return [
    ...([cordoned ? "uncordon" : "cordon", "drain", "labels", "taints"] as const),
    ...(isOff ? (["declare-on"] as const) : []),
    ...(!isOff && !ready ? (["declare-off"] as const) : []),
  ];
}

/** Nodes. */
export const nodeKind = defineKind<NodeRow>({
  resource: { apiVersion: "v1", kind: "Node", plural: "nodes", namespaced: false },
  label: "Nodes",
  group: "cluster",
  project: toNodeRow,
  status: nodeStatus,
  columns: [
    column("roles", "Roles", "list"),
    column("version", "Version"),
    column("address", "Address"),
    hidden(column("os", "System", "text")),
    hidden(column("architecture", "Architecture", "text")),
    hidden(column("kernel", "Kernel", "text")),
    hidden(column("runtime", "Runtime", "text")),
    hidden(column("taints", "Taints", "list")),
  ],
  searchText: (row) => [row.address, row.version, row.os, ...row.roles, ...row.taints],
  joins: ["pods"],
  sorts: {
    trouble: troubleRank,
    cpu: (row) => row.cpuMillis.allocatable ?? -1,
    memory: (row) => row.memoryBytes.allocatable ?? -1,
  },
  filters: {
    status: nodeState,
    role: (row) => (isServerNode(row) ? "server" : "agent"),
    trouble: (row) => (row.troubles.length > 0 ? "yes" : []),
  },
  actions: [
    ...(["cordon", "uncordon", "drain", "labels", "taints", "declare-off", "declare-on"] as const),
    ...(["shell", "edit", "delete"] as const),
  ],
  actionsFor: (row) => [...nodeActions(row), "shell", "edit", "delete"],
});
