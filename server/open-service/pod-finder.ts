import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { KubeObject } from "@/lib/kube/kube-object";
import { podKind } from "@/lib/kube/kinds/pod";
import { pickPod, portIn, type TargetPort, targetPortOf } from "@/lib/open-service/pick-pod";
import { podSelector, type Selecting, targetPath } from "@/lib/open-service/pods-of";
import type { OpenTarget } from "@/lib/schemas/opening";
import type { ApiClient } from "@/server/kube/api-client";
import { problemOf } from "@/server/kube/api-failure";
import type { PodPort } from "./dial-pod";

/** Enough to find a ready one among them. */
const MAX_PODS = 250;
/** A page opens several connections at once: who answers is asked of the API once for all of them. */
const SURE_FOR_MS = 3_000;

interface Needs {
  /** In the person's own name. */
  readonly api: () => Promise<Result<ApiClient>>;
  readonly nowMs: () => number;
  readonly target: OpenTarget;
  readonly port: number;
}

/** Where an opening connects to: the same pod as long as it is ready, then another one. */
export interface PodFinder {
  /** `failed`: the pod that just did not answer. */
  find(failed?: string): Promise<Result<PodPort>>;
  /** The pod chosen last. */
  readonly pod: string | null;
}

const text = ({ kind, namespace, name }: OpenTarget): string => `${kind} ${namespace}/${name}`;

const problem = (detail: string, ...remedies: string[]): Problem => ({
  code: "cluster.refused",
  detail,
  remedies,
});

const gone = (target: OpenTarget): Problem => ({
  code: "object.not-found",
  detail: `${text(target)} is gone.`,
  remedies:
    target.kind === "Pod"
      ? ["Open its service or its deployment instead: those follow from pod to pod."]
      : ["It was deleted. Deploy it again, then open it again."],
});

const noSelector = (target: OpenTarget): Problem =>
  problem(
    `${text(target)} selects no pods, so there is nothing in the cluster to connect to.`,
    "It leads elsewhere (ExternalName, or endpoints that somebody wrote): open that address itself.",
  );

/** Why none of the pods is ready, in the words of the one that is in the worst state. */
function noneReady(target: OpenTarget, pods: readonly KubeObject[]): Problem {
  if (pods.length === 0)
    return problem(
      `${text(target)} has no pods now.`,
      "Scale it to at least one pod.",
      "If pods run, compare their labels with its selector.",
    );
  const states = pods.map((pod) => podKind.status(podKind.project(pod)));
  const worst = states.find((state) => state?.tone === "danger") ?? states[0];
  const why = [worst?.word, worst?.why].filter(Boolean).join(": ");
  return problem(
    `None of the ${pods.length} pods of ${text(target)} is ready. ${why}`.trim(),
    ...(worst?.remedy ? [worst.remedy] : ["Its log and its events say what it waits for."]),
  );
}

interface Source {
  readonly pods: readonly KubeObject[];
  readonly port: TargetPort;
}

async function readSource(api: ApiClient, target: OpenTarget, port: number) {
  const object = await api.json<KubeObject & Selecting>({ path: targetPath(target) });
  if (!object.ok)
    return fail(object.problem.httpStatus === 404 ? gone(target) : problemOf(object.problem));
  if (target.kind === "Pod") return ok<Source>({ pods: [object.value], port });
  const isService = target.kind === "Service";
  const behind = isService ? targetPortOf(object.value.spec?.ports, port) : port;
  if (behind === null)
    return fail(problem(`${text(target)} has no TCP port ${port} any more.`, "Open it again."));
  const labelSelector = podSelector(target.kind, object.value);
  if (labelSelector === null) return fail(noSelector(target));
  const path = `/api/v1/namespaces/${target.namespace}/pods`;
  const query = { labelSelector, limit: String(MAX_PODS) };
  const list = await api.json<{ items?: readonly KubeObject[] }>({ path, query });
  if (!list.ok) return fail(problemOf(list.problem));
  return ok<Source>({ pods: list.value.items ?? [], port: behind });
}

/** Starts without a pod. */
export function createPodFinder({ api, nowMs, target, port }: Needs): PodFinder {
  let place: PodPort | null = null;
  let sureUntilMs = 0;
  let underWay: Promise<Result<PodPort>> | null = null;

  const look = async (avoid: string | null): Promise<Result<PodPort>> => {
    const client = await api();
    if (!client.ok) return client;
    const source = await readSource(client.value, target, port);
    if (!source.ok) return source;
    const { pods } = source.value;
    const pod = pickPod(pods, { stay: place?.pod ?? null, avoid });
    if (pod === null) return fail(noneReady(target, pods));
    const number = portIn(pod, source.value.port);
    const { name } = pod.metadata;
    if (number === null)
      return fail(
        problem(`Pod ${name} has no port named ${source.value.port}.`, "Mend the names."),
      );
    place = { namespace: target.namespace, pod: name, port: number };
    sureUntilMs = nowMs() + SURE_FOR_MS;
    return ok(place);
  };

  return {
    get pod() {
      return place?.pod ?? null;
    },
    find: (failed) => {
      if (place !== null && failed !== place.pod && nowMs() < sureUntilMs)
        return Promise.resolve(ok(place));
      underWay ??= look(failed ?? null).finally(() => (underWay = null));
      return underWay;
    },
  };
}
