import { fail, ok, type Result } from "@/lib/core/result";
import { groupManifests } from "@/lib/kube/panel-groups";
import type { Forgotten } from "@/lib/schemas/adopt";
import type { Container } from "@/server/container";
import { asUser } from "@/server/kube/write/as-user";
import { clusterVaultPrefix } from "./cluster-secrets";
import type { Asker } from "@/server/adopt/asker";
import { findAdopted } from "@/server/adopt/find-adopted";

type Needs = Pick<Container, "audit" | "bus" | "db" | "kube" | "vault">;

interface Input {
  readonly clusterId: string;
  readonly confirmName: string;
}

/** Takes what the panel put into the cluster out of it, then forgets it. A cluster that is away is forgotten too. */
export async function forgetCluster(
  needs: Needs,
  { clusterId, confirmName }: Input,
  { user, address }: Asker,
): Promise<Result<Forgotten>> {
  const { audit, bus, db, vault } = needs;
  const found = await findAdopted(db, clusterId);
  if (!found.ok) return found;
  const { name, adopted } = found.value;
  if (confirmName !== name)
    return fail({
      ...{
        code: "input.invalid",
        detail: `To forget the cluster, its name must be typed: ${name}.`,
      },
      ...{ remedies: [`Type ${name}.`], fields: { confirmName: `Type ${name}.` } },
    });
  const forgotten = await takeOut(needs, { clusterId, user, found: adopted.found });
  await db.$transaction(async (tx) => {
    await tx.cluster.delete({ where: { id: clusterId } });
    await vault.remove(clusterVaultPrefix(clusterId), tx);
  });
  await audit.record({
    ...{ actor: user, address, action: "cluster.forget", object: `cluster:${clusterId}` },
    detail: { name, ...forgotten },
  });
  bus.emit("cluster.credentials", { clusterId });
  return ok(forgotten);
}

interface Taken {
  readonly clusterId: string;
  readonly user: Asker["user"];
  /** Was there before: stays. */
  readonly found: readonly string[];
}

/**
 * As the person who forgets, and in the reverse order of making. What lets that person do it goes last, by the
 * panel's own credentials where the person's rights went with it.
 */
async function takeOut({ kube }: Needs, { clusterId, user, found }: Taken): Promise<Forgotten> {
  const own = groupManifests().filter(({ path }) => !found.includes(path));
  const isMine = ({ path }: (typeof own)[number]) => path.includes(`gandalf-${user.role}-`);
  const ordered = [...own.filter((each) => !isMine(each)), ...own.filter(isMine)];
  const api = await kube.client(clusterId);
  const removed: string[] = [];
  const left: string[] = [];
  for (const manifest of ordered) {
    const { kind, metadata } = manifest.body as { kind: string; metadata: { name: string } };
    const what = `${kind} ${metadata.name}`;
    if (!api.ok) {
      left.push(what);
      continue;
    }
    const request = { method: "DELETE" as const, path: manifest.path };
    const asPerson = await asUser(api.value, user).json(request);
    const answer =
      !asPerson.ok && asPerson.problem.httpStatus === 403
        ? await api.value.json(request)
        : asPerson;
    if (answer.ok) removed.push(what);
    else if (answer.problem.httpStatus !== 404) left.push(what);
  }
  return { removed, left };
}
