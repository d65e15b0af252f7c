import { fail, type Result } from "@/lib/core/result";
import { sealCredentials } from "@/lib/kubeconfig/sealed-credentials";
import type { AdoptedSettings, CheckLine, PastedKubeconfig } from "@/lib/schemas/adopt";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import type { Container } from "@/server/container";
import { adoptedEntry } from "@/server/kube/access";
import { refusalOf } from "./adopt-cluster";
import type { Asker } from "@/server/adopt/asker";
import { checkCluster } from "@/server/adopt/check-cluster";
import { chosenCredentials } from "@/server/adopt/chosen-credentials";
import { findAdopted } from "@/server/adopt/find-adopted";

type Needs = Pick<Container, "audit" | "bus" | "clock" | "db" | "kube" | "vault">;
type Input = PastedKubeconfig & { readonly clusterId: string };

/** Gives an adopted cluster another kubeconfig, if it leads to the same cluster. */
export async function replaceCredential(
  needs: Needs,
  input: Input,
  { user, address }: Asker,
): Promise<Result<AdoptedCluster>> {
  const { audit, bus, db, vault } = needs;
  const { clusterId: id } = input;
  const before = await findAdopted(db, id);
  if (!before.ok) return before;
  const chosen = chosenCredentials(input);
  if (!chosen.ok) return chosen;
  const { credentials } = chosen.value;
  const replaces = await db.cluster.findUniqueOrThrow({
    where: { id },
    select: { id: true, systemUid: true },
  });
  const lines: CheckLine[] = [];
  const say = (line: CheckLine) => void lines.push(line);
  const found = await checkCluster(needs, { credentials, replaces, say });
  if (found === null) return fail(refusalOf(lines));
  const { uid: systemUid, version, distribution, identity, identityEndsAt } = found;
  const { server } = credentials;
  const settings: AdoptedSettings = {
    ...before.value.adopted,
    ...{ server, version, distribution, identity, identityEndsAt },
  };
  await db.$transaction(async (tx) => {
    await tx.cluster.update({ where: { id }, data: { systemUid, spec: JSON.stringify(settings) } });
    await vault.put(adoptedEntry(id), sealCredentials(credentials), tx);
  });
  await audit.record({
    ...{ actor: user, address, action: "cluster.replace-kubeconfig", object: `cluster:${id}` },
    detail: { name: before.value.name, server, identity },
  });
  bus.emit("cluster.credentials", { clusterId: id });
  return findAdopted(db, id);
}
