import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import type { KubeAction, RowStatus } from "./kube-kind";

/** Source: Kubernetes, DNS subdomain names; some kinds (RBAC) allow colons and capitals too. */
const objectName = z
  .string()
  .min(1, "Name the object.")
  .max(253)
  .regex(/^[^/%\s]+$/, "A name has no slash, percent sign or space.")
  .refine((name) => name !== "." && name !== "..", "A name is not a dot.");

/** Source: Kubernetes, RFC 1123 label names. */
const namespaceName = z
  .string()
  .max(63)
  .regex(/^[a-z0-9-]*$/, "A namespace has small letters, digits and dashes.");

/** Query of `GET /clusters/:id/objects`: which object. */
export const objectQuery = z.object({
  apiVersion: z
    .string()
    .max(320)
    .regex(
      /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?v[a-z0-9]+$/,
      'Write it as manifests do: "v1", "apps/v1".',
    ),
  kind: z
    .string()
    .max(63)
    .regex(/^[A-Za-z][A-Za-z0-9]*$/, 'Write it as manifests do: "Pod", "Deployment".'),
  /** Empty for objects of no namespace. */
  namespace: namespaceName.default(""),
  name: objectName,
});

/** Query of `GET /clusters/:id/objects/file`: the whole object, however large; values of secrets stay hidden. */
export const objectFileQuery = objectQuery.extend({
  format: z.enum(["yaml", "json"]).default("yaml"),
});

/** Body of `POST /clusters/:id/objects/reveal`. */
export const revealInput = z.object({
  namespace: namespaceName.min(1, "Name the namespace."),
  name: objectName,
});
export type RevealInput = z.infer<typeof revealInput>;

/** Answer of `POST /clusters/:id/objects/reveal`: never cached, and written to the audit. */
export interface RevealedSecret {
  readonly values: readonly RevealedValue[];
}

export interface RevealedValue {
  readonly key: string;
  readonly bytes: number;
  /** UTF-8 text; null when the value is not text. */
  readonly text: string | null;
  readonly base64: string;
}

/** Which object, enough to ask for it. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty for objects of no namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** A related object. */
export interface GraphNode extends ObjectRef {
  /** Unique in the graph: "Kind/namespace/name". */
  readonly id: string;
  /** Its list, for links to all of its kind; null when it has none. */
  readonly list: string | null;
  readonly status: RowStatus | null;
  /** It is named by another object, and does not exist. */
  readonly isMissing: boolean;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: "owns" | "selects" | "routes" | "mounts" | "scales" | "binds" | "runs-on";
}

/** Owners above, owned and used below; bounded. */
export interface ObjectGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Objects that were left out because there are too many. */
  readonly more: number;
}

export interface ObjectCondition {
  readonly type: string;
  /** "True", "False", "Unknown" */
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** ISO 8601, UTC; empty when unknown. */
  readonly since: string;
}

/** Events of one object with one reason, as one. */
export interface ObjectEvent {
  readonly type: "Normal" | "Warning";
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** "Pod/nginx-1" */
  readonly about: string;
  /** kubelet, default-scheduler … */
  readonly source: string;
}

export interface ContainerDetail {
  readonly name: string;
  readonly role: "init" | "sidecar" | "main" | "ephemeral";
  readonly image: string;
  readonly status: RowStatus;
  readonly ready: boolean;
  readonly restarts: number;
  /** ISO 8601, UTC; empty when it does not run. */
  readonly startedAt: string;
  /** "http 80/TCP" */
  readonly ports: readonly string[];
  /** null: not said. */
  readonly cpuRequestMillis: number | null;
  readonly cpuLimitMillis: number | null;
  readonly memoryRequestBytes: number | null;
  readonly memoryLimitBytes: number | null;
  /** null: not measured. */
  readonly cpuMillis: number | null;
  readonly memoryBytes: number | null;
  /** How it ended last time; empty when it never did. */
  readonly lastEnd: string;
}

/** Where live figures came from. */
export interface UsageSource {
  readonly source: "metrics-server" | "kubelet" | null;
  /** ISO 8601, UTC; empty when nothing was measured. */
  readonly measuredAt: string;
  /** Why there is no figure, or why the first source was passed over. */
  readonly note: string;
}

/** A value that the view does not hold whole. */
export interface CutValue {
  /** "data.nginx.conf" */
  readonly path: string;
  readonly bytes: number;
}

/** Answer of `GET /clusters/:id/objects`: the live object and what belongs to it. */
export interface ObjectDetail {
  readonly ref: ObjectRef;
  /** Its list, and the topic to follow; null when it has none. */
  readonly list: string | null;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly createdAt: string;
  /** Since when it is being deleted; empty when it is not. */
  readonly deletingSince: string;
  readonly finalizers: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly status: RowStatus | null;
  readonly actions: readonly KubeAction[];
  /** Facts of the kind's own columns, as the list shows them. */
  readonly facts: readonly ObjectFact[];
  readonly conditions: readonly ObjectCondition[];
  readonly graph: ObjectGraph;
  /** Of it and of what it owns, newest first. */
  readonly events: readonly ObjectEvent[];
  /** Of a pod; null for other kinds. */
  readonly containers: readonly ContainerDetail[] | null;
  /** Of pods and nodes; null for other kinds. */
  readonly usage:
    | (UsageSource & { readonly cpuMillis: number | null; readonly memoryBytes: number | null })
    | null;
  /** Keys of a secret or config map with their sizes; null for other kinds. */
  readonly keys: readonly { readonly key: string; readonly bytes: number }[] | null;
  /** Without managedFields; values of secrets hidden; long values cut. */
  readonly yaml: string;
  readonly json: unknown;
  /** What was cut; download the file for all of it. Empty: the view is whole. */
  readonly cut: readonly CutValue[];
  readonly secretsHidden: boolean;
  /** Topics' kinds whose change may change this answer: follow `kube:<cluster>:<kind>` of each. */
  readonly follows: readonly string[];
  /** Parts that could not be read now, such as events or usage. */
  readonly problems: readonly Problem[];
}

/** One line of the summary. */
export interface ObjectFact {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly value: unknown;
}
