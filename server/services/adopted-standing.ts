import { ok, type Result } from "@/lib/core/result";
import { grantManifests } from "@/lib/adopt/grant-manifests";
import type { AdoptedStanding } from "@/lib/schemas/adopt";
import type { Container } from "@/server/container";
import { checkPeople } from "@/server/adopt/check-people";
import { findAdopted } from "@/server/adopt/find-adopted";

/** Asks the cluster whether the panel's people may act in it. */
export async function adoptedStanding(
  { db, kube }: Pick<Container, "db" | "kube">,
  clusterId: string,
): Promise<Result<AdoptedStanding>> {
  const found = await findAdopted(db, clusterId);
  if (!found.ok) return found;
  const api = await kube.client(clusterId);
  if (!api.ok) return ok({ people: null, grant: null });
  const { state } = await checkPeople(api.value, found.value.adopted.identity);
  if (state === "fail") return ok({ people: null, grant: null });
  const people = state === "pass";
  return ok({ people, grant: people ? null : grantManifests(found.value.adopted.identity) });
}
