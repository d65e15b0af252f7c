import { groupManifests } from "@/lib/kube/panel-groups";
import { fail, ok, type Result } from "@/lib/core/result";
import { sealCredentials } from "@/lib/kubeconfig/sealed-credentials";
import type { AdoptedSettings, CheckLine, PastedKubeconfig } from "@/lib/schemas/adopt";
import type { AdoptedCluster } from "@/lib/schemas/cluster";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { adoptedEntry } from "@/server/kube/access";
import { createApiClient } from "@/server/kube/api-client";
import { nameTaken } from "./create-cluster";
import type { Asker } from "@/server/adopt/asker";
import { checkCluster, type Found } from "@/server/adopt/check-cluster";
import { missingManifests } from "@/server/adopt/check-people";
import { chosenCredentials } from "@/server/adopt/chosen-credentials";
import { findAdopted } from "@/server/adopt/find-adopted";

type Needs = Pick<Container, "audit" | "bus" | "clock" | "db" | "kube" | "vault">;
type Input = PastedKubeconfig & { readonly name: string };

/** Checks everything again and stores the cluster. Nothing is put into it before somebody acts in it. */
export async function adoptCluster(
  needs: Needs,
  input: Input,
  { user, address }: Asker,
): Promise<Result<AdoptedCluster>> {
  const { audit, bus, db, vault } = needs;
  const { name } = input;
  const chosen = chosenCredentials(input);
  if (!chosen.ok) return chosen;
  const { credentials } = chosen.value;
  if ((await db.cluster.count({ where: { name } })) > 0) return nameTaken(name);
  const checked = await checkedAgain(needs, credentials);
  if (!checked.ok) return checked;
  const settings = await settingsOf(credentials, checked.value);
  try {
    const id = await db.$transaction(async (tx) => {
      const created = await tx.cluster.create({
        data: {
          ...{ name, origin: "adopted", state: "ready", systemUid: checked.value.uid },
          spec: JSON.stringify(settings),
        },
      });
      await vault.put(adoptedEntry(created.id), sealCredentials(credentials), tx);
      return created.id;
    });
    const { server, identity } = settings;
    await audit.record({
      ...{ actor: user, address, action: "cluster.adopt", object: `cluster:${id}` },
      detail: { name, server, identity },
    });
    bus.emit("cluster.credentials", { clusterId: id });
    return await findAdopted(db, id);
  } catch (error) {
    if (isUniqueViolation(error)) return nameTaken(name);
    throw error;
  }
}

async function checkedAgain(needs: Needs, credentials: KubeCredentials): Promise<Result<Found>> {
  const lines: CheckLine[] = [];
  const say = (line: CheckLine) => void lines.push(line);
  const found = await checkCluster(needs, { credentials, replaces: null, say });
  return found === null ? fail(refusalOf(lines)) : ok(found);
}

/** What stood in the way, as the problem of the whole. */
export function refusalOf(lines: readonly CheckLine[]) {
  const line = lines.find(({ state }) => state === "fail");
  const { detail = "The checks did not end.", remedies = [] } = line ?? {};
  return { code: "cluster.refused" as const, detail, remedies };
}

/** What is kept beside the credentials. */
async function settingsOf(credentials: KubeCredentials, found: Found): Promise<AdoptedSettings> {
  const { version, distribution, identity, identityEndsAt } = found;
  const api = createApiClient(credentials);
  const missing = new Set(await missingManifests(api).finally(() => api.close()));
  const all = groupManifests().map(({ path }) => path);
  return {
    server: credentials.server,
    ...{ version, distribution, identity, identityEndsAt },
    found: all.filter((path) => !missing.has(path)),
  };
}
