import { z } from "zod";
import type { Problem } from "@/lib/core/problem";
import type { KubeColumn } from "./kube-kind";

/** Rows of one page; more than a screen is never useful, and a browser asks again as it scrolls. */
const MAX_PAGE_SIZE = 500;

/** How a list of objects is searched, filtered, sorted and paged: the address of the page and of the API. */
export const kubeQuery = z.object({
  search: z.string().max(200).default(""),
  /** A label selector as kubectl takes it: "app=nginx,tier!=db", "env in (a,b)", "!canary". */
  labels: z.string().max(1000).default(""),
  /** Exact filters; those a kind does not know are refused by the use case. Empty means any. */
  namespace: z.string().max(63).default(""),
  status: z.string().max(80).default(""),
  node: z.string().max(253).default(""),
  role: z.string().max(63).default(""),
  /** Of services, secrets, events …: what the kind's own "type" column says. */
  type: z.string().max(253).default(""),
  /** "ReplicaSet/nginx-7d8f9c6b5": only what that object owns. Of events: what they are about. */
  owner: z.string().max(320).default(""),
  /** "yes": only what has a problem. */
  trouble: z.enum(["", "yes"]).default(""),
  /** Empty means the kind's own order: trouble first. */
  sort: z.string().max(40).default(""),
  order: z.enum(["asc", "desc"]).default("asc"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(60),
});
export type KubeQuery = z.infer<typeof kubeQuery>;

/** One value of a filter and how many rows have it. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** One page of rows. */
export interface KubePage<Row> {
  /** Everything that can be shown of a row, in order; `shown: false` is for the chooser. */
  readonly columns: readonly KubeColumn[];
  readonly rows: readonly Row[];
  /** Rows that match, over all pages. */
  readonly total: number;
  /** Rows there are, whether they match or not. */
  readonly all: number;
  /** Filter name → its values, commonest first, over all rows. */
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  /** Until when the rows are known to be true. ISO 8601, UTC; null before the first answer. */
  readonly asOf: string | null;
  /** The API does not answer now: the rows are as of `asOf`. */
  readonly stale: boolean;
  readonly problem: Problem | null;
  /** The cluster has no such kind (its API group is not installed): no error, and nothing to list. */
  readonly missing: boolean;
}

/** A node's share of pods and of what they ask for. Null while pods are not known. */
export interface NodeLoad {
  readonly pods: number | null;
  readonly cpuRequestMillis: number | null;
  readonly memoryRequestBytes: number | null;
}

/** One answer of a health endpoint. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
}

/** How one address of the API answered. */
export interface ApiHealth {
  /** "load balancer", or the host's name. */
  readonly name: string;
  readonly address: string;
  readonly ok: boolean;
  readonly latencyMs: number | null;
  /** Checks of /readyz that failed; empty when all passed or nothing answered. */
  readonly failing: readonly string[];
  readonly checks: number;
  readonly problem: Problem | null;
}

/** A certificate and when it ends. */
export interface CertificateHealth {
  /** The server whose port 6443 showed it, or what uses it. */
  readonly host: string;
  readonly name: "serving" | "load-balancer" | "panel";
  /** ISO 8601, UTC; null when it could not be read. */
  readonly expiresAt: string | null;
  readonly problem: Problem | null;
}

/** What the Health page shows, measured just now. */
export interface ClusterHealth {
  readonly measuredAt: string;
  readonly api: ApiHealth;
  readonly servers: readonly ApiHealth[];
  readonly datastore: {
    readonly kind: "external-database" | "sqlite" | "its-own";
    readonly ok: boolean;
    /** A read that the API may not answer from its cache. */
    readonly readMs: number | null;
    readonly failing: readonly string[];
    readonly problem: Problem | null;
  };
  readonly certificates: readonly CertificateHealth[];
  readonly versions: {
    readonly api: string | null;
    readonly nodes: readonly { readonly version: string; readonly nodes: readonly string[] }[];
    /** Nodes newer than the API, or more than three minors older. */
    readonly unsupported: readonly string[];
  };
}

/** Hours a downloaded kubeconfig works. A day is the most: it cannot be watched once it left the panel. */
export const kubeconfigInput = z.object({
  ttlHours: z.coerce
    .number()
    .int("Whole hours only.")
    .min(1, "At least 1 hour.")
    .max(24, "At most 24 hours.")
    .default(8),
});
export type KubeconfigInput = z.infer<typeof kubeconfigInput>;

/** A kubeconfig for one person, and what it is good for. */
export interface KubeconfigGrant {
  readonly yaml: string;
  readonly fileName: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  /** ClusterRoles it is bound to. */
  readonly clusterRoles: readonly string[];
}
