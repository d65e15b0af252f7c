import type { KubeTokenRow } from "@/lib/schemas/kube-token";
import type { Container } from "@/server/container";

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastAddress: string | null;
}

/** What goes with a token's row to make its view. */
export const WITH_OWNER = { user: { select: { id: true, name: true } } } as const;

/** A stored token as browsers see it. */
export const kubeTokenRow = (
  { streams }: Container["kubeTokens"],
  { id, name, user, lastAddress, ...row }: Stored,
): KubeTokenRow => ({
  id,
  name,
  owner: user,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  lastAddress,
  openStreams: streams.count(id),
});
