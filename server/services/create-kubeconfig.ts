import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { tokenKubeconfig } from "@/lib/kube/kubeconfig";
import { clusterRolesFor } from "@/lib/kube/panel-access";
import type { KubeconfigGrant } from "@/lib/schemas/kube";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import { apiServers } from "@/server/kube/api-servers";
import { awaitAccess } from "@/server/kube/await-access";
import { grantAccess } from "@/server/kube/grant-access";
import { findCluster } from "./cluster-row";

type Needs = Pick<Container, "db" | "kube" | "audit" | "redactor" | "clock">;

interface Input {
  readonly clusterId: string;
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly address: string;
  readonly ttlHours: number;
}

/** A kubeconfig of one's own, with the rights of one's role and an end. It is written down who took it. */
export async function createKubeconfig(
  { db, kube, audit, redactor, clock }: Needs,
  { clusterId, user, address, ttlHours }: Input,
): Promise<Result<KubeconfigGrant>> {
  const stored = await findCluster(db, clusterId);
  if (!stored.ok) return stored;
  if (stored.value.origin === "adopted") return fail(notOurs(stored.value.name));
  const credentials = await kube.credentials(clusterId);
  if (!credentials.ok) return fail(problemOf(credentials.problem));
  const api = await kube.client(clusterId);
  if (!api.ok) return fail(problemOf(api.problem));
  const wanted = { userId: user.id, role: user.role, ttlSeconds: ttlHours * 3600 };
  const granted = await grantAccess(api.value, wanted);
  if (!granted.ok) return fail(problemOf(granted.problem));
  const { token, expiresAt } = granted.value;
  redactor.register(token);
  const { name } = stored.value;
  await audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: "kubeconfig.create",
    object: `cluster:${clusterId}`,
    detail: { cluster: name, ttlHours, expiresAt, clusterRoles: clusterRolesFor(user.role) },
  });
  const { server, caPem } = credentials.value;
  const identity = { kind: "token", token } as const;
  await awaitAccess({ identity, caPem, servers: await apiServers(api.value), clock });
  return ok({
    yaml: tokenKubeconfig({ name, user: `gandalf-${user.id}`, server, caPem, token }),
    fileName: `${name}.kubeconfig.yaml`,
    expiresAt,
    clusterRoles: clusterRolesFor(user.role),
  });
}

/** Accounts and addresses of an adopted cluster are its owner's. */
const notOurs = (name: string): Problem => ({
  code: "cluster.no-hosts",
  detail: `The panel makes no accounts in ${name}: it was adopted, so they are its owner's.`,
  remedies: ["Take a kubeconfig that goes through the panel: it needs none."],
});
