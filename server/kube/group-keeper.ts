import type { Clock } from "@/lib/core/clock";
import { done, fail, type Result } from "@/lib/core/result";
import { groupManifests, impersonation } from "@/lib/kube/panel-groups";
import { ROLES } from "@/lib/schemas/session";
import type { KubeAccess } from "./access";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import { applyManifests } from "./apply-manifests";
import { awaitAccess } from "./await-access";

/** The groups' rights are looked after again this often: somebody may have removed them in the cluster. */
const GROUPS_EVERY_MS = 10 * 60_000;

/** Knows in which clusters the panel's groups have their rights, and gives them where they do not. */
export interface GroupKeeper {
  /** Done when every API server knows the rights. */
  ensure(clusterId: string): Promise<Result<void, ApiFailure>>;
  /** The cluster may be another one now. */
  forget(clusterId: string): void;
}

interface Needs {
  readonly clock: Clock;
  readonly client: (clusterId: string) => Promise<Result<ApiClient, ApiFailure>>;
  readonly access: (clusterId: string) => Promise<Result<KubeAccess, ApiFailure>>;
}

/** Starts knowing nothing. */
export function createGroupKeeper({ clock, client, access }: Needs): GroupKeeper {
  const sureUntilMs = new Map<string, number>();
  const underWay = new Map<string, Promise<Result<void, ApiFailure>>>();

  const give = async (clusterId: string): Promise<Result<void, ApiFailure>> => {
    const [api, own] = [await client(clusterId), await access(clusterId)];
    if (!api.ok) return fail(api.problem);
    if (!own.ok) return fail(own.problem);
    const admitted = await own.value.admitsPeople(api.value);
    if (!admitted.ok) return admitted;
    const wereThere = await hasGroups(api.value);
    const applied = await applyManifests(api.value, groupManifests());
    // Rights may be given by somebody who may write them, to credentials that may not.
    if (!applied.ok && !(applied.problem.httpStatus === 403 && wereThere)) return applied;
    if (!wereThere) {
      const servers = await own.value.servers(api.value);
      await awaitAccess({ ...own.value.credentials, servers, as: EVERY_GROUP, clock });
    }
    sureUntilMs.set(clusterId, clock.nowMs() + GROUPS_EVERY_MS);
    return done;
  };

  return {
    forget: (clusterId) => void sureUntilMs.delete(clusterId),
    ensure: (clusterId) => {
      if ((sureUntilMs.get(clusterId) ?? 0) > clock.nowMs()) return Promise.resolve(done);
      const giving = underWay.get(clusterId) ?? give(clusterId);
      underWay.set(clusterId, giving);
      return giving.finally(() => underWay.delete(clusterId));
    },
  };
}

const EVERY_GROUP = ROLES.map((role) => impersonation({ id: "panel", role }));

/** Whether the last of what is applied is there already. */
async function hasGroups(api: Pick<ApiClient, "json">): Promise<boolean> {
  const last = groupManifests().at(-1);
  return last !== undefined && (await api.json({ path: last.path })).ok;
}
