import { z } from "zod";
import { objectId } from "./ids";

const DAYS = { min: 1, max: 365 } as const;

/** Body of POST /clusters/:id/kubeconfigs. */
export const kubeTokenInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Say where you will use it, such as laptop.")
    .max(60, "Use at most 60 characters."),
  days: z.coerce
    .number()
    .int("Whole days only.")
    .min(DAYS.min, "At least 1 day.")
    .max(DAYS.max, "At most a year.")
    .default(30),
});
export type KubeTokenInput = z.infer<typeof kubeTokenInput>;

/** Path of one token of a cluster. */
export const kubeTokenParams = z.object({ id: objectId, token: objectId });

/** A way through the panel to one cluster. Times are ISO 8601, UTC. */
export interface KubeTokenRow {
  readonly id: string;
  readonly name: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly lastAddress: string | null;
  /** Commands that run through it now: a watch, a log that is followed, a shell. */
  readonly openStreams: number;
}

/** A kubeconfig that goes through the panel. Its text is shown once. */
export interface KubeTokenGrant {
  readonly token: KubeTokenRow;
  readonly yaml: string;
  readonly fileName: string;
  /** Where kubectl connects to. */
  readonly server: string;
  readonly clusterRoles: readonly string[];
}
