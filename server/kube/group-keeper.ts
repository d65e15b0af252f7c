import type { Clock } from "@/lib/core/clock";
import { done, fail, type Result } from "@/lib/core/result";
import type { ApiFailure } from "./api-failure";
import { ensureGroups } from "./ensure-groups";
import type { KubeHub } from "./kube-hub";

/** The groups' rights are looked after again this often: somebody may have removed them in the cluster. */
const GROUPS_EVERY_MS = 10 * 60_000;

/** Knows in which clusters the panel's groups have their rights, and gives them where they do not. */
export interface GroupKeeper {
  ensure(clusterId: string): Promise<Result<void, ApiFailure>>;
  /** The cluster may be another one now. */
  forget(clusterId: string): void;
}

/** Starts knowing nothing. */
export function createGroupKeeper(kube: Pick<KubeHub, "client">, clock: Clock): GroupKeeper {
  const sureUntilMs = new Map<string, number>();
  return {
    forget: (clusterId) => void sureUntilMs.delete(clusterId),
    ensure: async (clusterId) => {
      if ((sureUntilMs.get(clusterId) ?? 0) > clock.nowMs()) return done;
      const api = await kube.client(clusterId);
      if (!api.ok) return fail(api.problem);
      const ensured = await ensureGroups(api.value);
      if (ensured.ok) sureUntilMs.set(clusterId, clock.nowMs() + GROUPS_EVERY_MS);
      return ensured;
    },
  };
}
