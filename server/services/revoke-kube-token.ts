import { done, fail, type Result } from "@/lib/core/result";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { ownTokens } from "./list-kube-tokens";

interface Input {
  readonly clusterId: string;
  readonly tokenId: string;
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly address: string;
}

/** Ends a kubeconfig, and every command that runs through it, now. */
export async function revokeKubeToken(
  { db, kubeTokens, audit }: Pick<Container, "db" | "kubeTokens" | "audit">,
  { clusterId, tokenId, user, address }: Input,
): Promise<Result<void>> {
  const where = { id: tokenId, clusterId, ...ownTokens(user) };
  const openStreams = kubeTokens.streams.count(tokenId);
  if (!(await kubeTokens.revoke(where)))
    return fail({
      code: "object.not-found",
      detail: "This kubeconfig has ended already, or is not yours.",
      remedies: ["Reload the list."],
    });
  const token = await db.kubeToken.findUnique({ where: { id: tokenId }, include: { user: true } });
  await audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: "kubeconfig.revoke",
    object: `cluster:${clusterId}`,
    detail: { token: token?.name, owner: token?.user.name, endedStreams: openStreams },
  });
  return done;
}
