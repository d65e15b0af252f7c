import type { Clock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import type { OpenInput } from "@/lib/schemas/opening";
import type { SessionUser } from "@/lib/schemas/session";
import { problemOf } from "@/server/kube/api-failure";
import type { KubeHub } from "@/server/kube/kube-hub";
import { asUser } from "@/server/kube/write/as-user";
import { dialPod, type PodPort } from "./dial-pod";
import type { Dialler } from "./forward-agent";
import { createPodFinder, type PodFinder } from "./pod-finder";

/** The clusters, as far as openings need them. */
export type Clusters = Pick<KubeHub, "client" | "credentials" | "ensureGroups">;

/** How connections of an opening are made. */
export interface WayToApp {
  readonly finder: PodFinder;
  readonly dial: Dialler;
}

interface Whereto {
  readonly kube: Clusters;
  readonly clock: Clock;
  readonly clusterId: string;
  readonly user: Pick<SessionUser, "id" | "role">;
  readonly wanted: OpenInput;
}

/** Every connection is made in the person's own name: the cluster's rules for that person hold. */
export function wayToApp({ kube, clock, clusterId, user, wanted }: Whereto): WayToApp {
  const { port, scheme, ...target } = wanted;
  const api = async () => {
    const client = await kube.client(clusterId);
    if (!client.ok) return fail(problemOf(client.problem));
    const ready = await kube.ensureGroups(clusterId);
    return ready.ok ? ok(asUser(client.value, user)) : fail(problemOf(ready.problem));
  };
  const finder = createPodFinder({ api, nowMs: () => clock.nowMs(), target, port });
  const dialTo = async (place: PodPort): Promise<Awaited<ReturnType<Dialler>>> => {
    const credentials = await kube.credentials(clusterId);
    if (!credentials.ok) return fail(problemOf(credentials.problem));
    const dialled = await dialPod({ credentials: credentials.value, user, place, scheme });
    return dialled.ok ? dialled : fail(problemOf(dialled.problem));
  };
  return { finder, dial: () => dialReadyPod(finder, dialTo) };
}

/** Tries once more with another pod when the first one does not take the connection. */
async function dialReadyPod(
  finder: PodFinder,
  dialTo: (place: PodPort) => ReturnType<Dialler>,
): ReturnType<Dialler> {
  const first = await finder.find();
  if (!first.ok) return first;
  const dialled = await dialTo(first.value);
  if (dialled.ok) return dialled;
  const second: Result<PodPort> = await finder.find(first.value.pod);
  if (!second.ok) return second;
  return second.value.pod === first.value.pod ? dialled : dialTo(second.value);
}
