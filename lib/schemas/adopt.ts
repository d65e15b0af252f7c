import { z } from "zod";

/** What a cluster was made with, as far as it shows. */
export const DISTRIBUTIONS = [
  "k3s",
  "rke2",
  "eks",
  "gke",
  "aks",
  "openshift",
  "minikube",
  "kind",
  "microk8s",
  "kubeadm",
  "other",
] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** Parts of a kubeconfig that may stand in files beside it. */
const PASTED = ["certificate-authority", "client-certificate", "client-key", "token"] as const;
export type PastedPart = (typeof PASTED)[number];

/** Larger than any kubeconfig of a person with a hundred clusters. */
export const MAX_KUBECONFIG_LENGTH = 512 * 1024;
/** Room for a chain of certificates. */
const MAX_PART_LENGTH = 64 * 1024;

/** A kubeconfig as somebody pasted it. Nothing of it is ever sent back. */
export const pastedKubeconfig = z.object({
  text: z
    .string()
    .min(1, "Paste a kubeconfig, or drop its file here.")
    .max(MAX_KUBECONFIG_LENGTH, "This is longer than 512 KiB: it is not a kubeconfig."),
  /** Left out: the file's own current context, or its only one. */
  context: z.string().max(1000).optional(),
  /** What the kubeconfig leaves to files beside it. */
  parts: z.partialRecord(z.enum(PASTED), z.string().max(MAX_PART_LENGTH)).default({}),
});
export type PastedKubeconfig = z.infer<typeof pastedKubeconfig>;
export type PastedKubeconfigInput = z.input<typeof pastedKubeconfig>;

/** The panel's name for a cluster. Source: Kubernetes' object names (RFC 1123 label), as for clusters it builds. */
const name = z
  .string()
  .regex(
    /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/,
    "Use 1 to 32 lower-case letters, digits and dashes; start with a letter.",
  );

/** Body of POST /clusters/adopt. */
export const adoptInput = pastedKubeconfig.extend({ name });
export type AdoptInput = z.input<typeof adoptInput>;

/** Body of POST /clusters/adopt/check; `clusterId` when a kubeconfig is to be replaced. */
export const checkInput = pastedKubeconfig.extend({ clusterId: z.string().max(64).optional() });

/** Body of PATCH /clusters/:id/adopted. */
export const renameInput = z.object({ name });

/** Query of DELETE /clusters/:id/adopted. */
export const forgetInput = z.object({ confirmName: z.string().max(64) });

/** What keeps a context from being used here, and what to do. */
export interface Obstacle {
  readonly code:
    | "incomplete"
    | "address"
    | "proxy"
    | "no-verification"
    | "program"
    | "acts-as"
    | "file"
    | "unreadable"
    | "no-credential";
  readonly detail: string;
  readonly remedy: string;
  /** Ready to be copied into a terminal. */
  readonly commands: string | null;
  /** What may be pasted in beside the kubeconfig to get past it. */
  readonly wants: readonly { readonly part: PastedPart; readonly path: string | null }[];
}

/** A certificate, as people compare it. */
export interface CertificateFacts {
  readonly subject: string;
  /** "AB:CD:…": SHA-256 of it. */
  readonly fingerprint: string;
  /** ISO 8601, UTC. */
  readonly endsAt: string;
}

/** One context of a kubeconfig, without anything secret. */
export interface ContextFacts {
  readonly name: string;
  readonly cluster: string;
  readonly user: string;
  readonly server: string;
  /** What proves who the panel is there; null while nothing usable is in it. */
  readonly identity: "certificate" | "token" | "password" | null;
  readonly obstacles: readonly Obstacle[];
  /** The authorities that may have signed the server's certificate; empty: the public ones. */
  readonly authorities: readonly CertificateFacts[];
}

/** Answer of POST /clusters/adopt/read. */
export interface KubeconfigFacts {
  readonly contexts: readonly ContextFacts[];
  /** The context that is meant when nobody chooses; null when somebody has to. */
  readonly current: string | null;
}

export const CHECKS = [
  "address",
  "tls",
  "credential",
  "version",
  "distribution",
  "reading",
  "people",
  "nodes",
  "known",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** One line of the checks. A "fail" keeps the cluster from being adopted. */
export interface CheckLine {
  readonly check: CheckName;
  readonly state: "pass" | "warn" | "fail";
  readonly detail: string;
  readonly remedies: readonly string[];
  /** YAML or commands to be copied. */
  readonly copy: string | null;
  /** A cluster of this panel it is about. */
  readonly clusterId: string | null;
}

/** A line of the answer of POST /clusters/adopt/check: NDJSON, one as soon as it is known; `done` is the last. */
export type CheckEvent = CheckLine | { readonly done: true; readonly suggestedName: string | null };

/** What is known of an adopted cluster beside its credentials. */
export const adoptedSettings = z.object({
  /** "https://10.0.0.1:6443" */
  server: z.string(),
  distribution: z.enum(DISTRIBUTIONS),
  /** As the API said when it was last checked. */
  version: z.string(),
  /** As whom the panel reads. */
  identity: z.string(),
  /** When the credential ends, where it says. ISO 8601, UTC. */
  identityEndsAt: z.string().nullable(),
  /** The panel's objects that were in the cluster before it was adopted: somebody else's, who keeps them. */
  found: z.array(z.string()),
});
export type AdoptedSettings = z.infer<typeof adoptedSettings>;

/** Answer of GET /clusters/:id/adopted: asked of the cluster at that moment. */
export interface AdoptedStanding {
  /** Whether people may act by their own rights; null while the cluster does not say. */
  readonly people: boolean | null;
  /** What grants it, where it is missing. */
  readonly grant: string | null;
}

/** Answer of DELETE /clusters/:id/adopted. */
export interface Forgotten {
  /** Objects that were taken out of the cluster: "ClusterRoleBinding gandalf-viewer-view". */
  readonly removed: readonly string[];
  /** Objects that are still in it, because it did not answer. */
  readonly left: readonly string[];
}
