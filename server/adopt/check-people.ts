import { grantManifests } from "@/lib/adopt/grant-manifests";
import { groupManifests } from "@/lib/kube/panel-groups";
import type { CheckLine } from "@/lib/schemas/adopt";
import type { ApiClient } from "@/server/kube/api-client";
import { may, mayAskAsPeople } from "@/server/kube/may-ask-as-people";
import { failedBy, passed, warned } from "./check-line";

/** Whether everybody can act here with rights of their own. Without that the cluster is read, and nothing else. */
export async function checkPeople(api: ApiClient, who: string): Promise<CheckLine> {
  const admitted = await mayAskAsPeople(api);
  const copy = grantManifests(who);
  if (!admitted.ok)
    return admitted.problem.code === "cluster.read-only"
      ? warned("people", READ_ONLY, { remedies: [GRANT], copy })
      : failedBy("people", admitted.problem);
  const everything = await may(api, { verb: "*", group: "*", resource: "*" });
  if (everything.ok && everything.value)
    return passed(
      "people",
      "It may act as the panel's people: everybody has the rights of their role.",
    );
  if ((await missingManifests(api)).length === 0)
    return passed("people", "It may act as the panel's people, and their roles have their rights.");
  return warned("people", NO_ROLES, { remedies: [GRANT], copy });
}

const READ_ONLY =
  "It may not act as the people who use the panel. They can look at everything here, and change nothing.";
const NO_ROLES =
  "It may act as the panel's people, but cannot give their roles their rights. They can look, and change nothing.";
const GRANT =
  "To change that, let an administrator of the cluster apply this; nothing else is needed.";

/** The panel's objects that this cluster has not, by path. */
export async function missingManifests(api: Pick<ApiClient, "json">): Promise<readonly string[]> {
  const answers = await Promise.all(
    groupManifests().map(async ({ path }) => ({ path, isThere: (await api.json({ path })).ok })),
  );
  return answers.filter(({ isThere }) => !isThere).map(({ path }) => path);
}
