import type { Clock } from "@/lib/core/clock";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { RawPodObject } from "@/lib/kube-write/raw-objects";
import type {
  DrainInput,
  DrainPodState,
  DrainPreview,
  DrainProgress,
} from "@/lib/schemas/kube-drain";
import type { ApiClient } from "@/server/kube/api-client";
import { cordonNode } from "./node-changes";
import { listObjects } from "./object-access";
import { send } from "./send";
import type { WriteFailure } from "./write-failure";

/** Source: kubectl drain asks again every 5 s while a budget says no. */
const RETRY_MS = 5_000;
/** How often it is looked whether pods are gone. */
const LOOK_MS = 1_000;

/** Why a drain's signal aborted, when a person wanted it. */
export const CANCELLED = "cancelled";

export interface DrainJob {
  readonly api: ApiClient;
  readonly clock: Clock;
  readonly input: DrainInput;
  readonly preview: DrainPreview;
  readonly startedBy: string;
  readonly signal: AbortSignal;
}

interface PodEntry {
  readonly namespace: string;
  readonly name: string;
  state: DrainPodState;
  message: string;
  /** When it may be asked for again. */
  nextMs: number;
}

/** What keeps a drain from beginning: pods that would be lost without a word. */
export function drainObstacle({ pods }: DrainPreview, input: DrainInput): Problem | null {
  const bare = pods.filter((pod) => pod.bare).map(({ name }) => name);
  if (bare.length > 0 && !input.deleteBarePods)
    return {
      code: "kube.invalid",
      detail: `Nothing starts ${bare.join(", ")} again on another node.`,
      remedies: ["Agree to lose them, or let a deployment own them."],
      fields: { deleteBarePods: "These pods are lost." },
    };
  const files = pods.filter((pod) => pod.emptyDir).map(({ name }) => name);
  if (files.length > 0 && !input.deleteEmptyDir)
    return {
      code: "kube.invalid",
      detail: `${files.join(", ")} keep files that go with the pod (emptyDir).`,
      remedies: ["Agree to lose these files, or copy them first."],
      fields: { deleteEmptyDir: "These files are lost." },
    };
  return null;
}

/** One drain: cordon, evict within the budgets, wait until the pods are gone. */
export class DrainRun {
  readonly #job: DrainJob;
  readonly #pods: PodEntry[];
  readonly #startedMs: number;
  #state: DrainProgress["state"] = "running";
  #endedMs: number | null = null;
  #problem: Problem | null = null;

  constructor(job: DrainJob) {
    this.#job = job;
    this.#startedMs = job.clock.nowMs();
    const waiting = { state: "waiting", message: "", nextMs: 0 } as const;
    this.#pods = job.preview.pods.map(({ namespace, name }) => ({ namespace, name, ...waiting }));
  }

  get progress(): DrainProgress {
    return {
      node: this.#job.input.node,
      state: this.#state,
      startedAt: new Date(this.#startedMs).toISOString(),
      endedAt: this.#endedMs === null ? null : new Date(this.#endedMs).toISOString(),
      startedBy: this.#job.startedBy,
      pods: this.#pods.map(({ namespace, name, state, message }) => ({
        namespace,
        name,
        state,
        message,
      })),
      problem: this.#problem,
    };
  }

  /** Ends when the node is empty, something fails, the time is up or the signal aborts. Never throws. */
  async run(): Promise<DrainProgress> {
    const { api, clock, input, signal } = this.#job;
    const cordoned = await cordonNode(api, input.node, true);
    const emptied = cordoned.ok ? await this.#empty() : fail<Problem>(shown(cordoned.problem));
    if (signal.aborted) await this.#cancelled();
    else if (emptied.ok) this.#state = "done";
    else {
      this.#state = "failed";
      this.#problem = emptied.problem;
    }
    this.#endedMs = clock.nowMs();
    return this.progress;
  }

  /** Whoever cancels wants the node back as it was; a panel that stops changes nobody's mind. */
  async #cancelled(): Promise<void> {
    this.#state = "cancelled";
    const { api, input, preview, signal } = this.#job;
    if (preview.cordoned || signal.reason !== CANCELLED) return;
    const back = await cordonNode(api, input.node, false);
    if (!back.ok) this.#problem = shown(back.problem);
  }

  async #empty(): Promise<Result<void, Problem>> {
    const { clock, input, signal } = this.#job;
    const untilMs = this.#startedMs + input.timeoutSeconds * 1000;
    for (;;) {
      for (const pod of this.#due()) {
        const refused = await this.#evict(pod);
        if (refused !== null) return fail(refused);
      }
      const looked = await this.#look();
      if (!looked.ok) return looked;
      if (this.#pods.every(({ state }) => state === "gone")) return ok(undefined);
      if (signal.aborted) return ok(undefined);
      if (clock.nowMs() >= untilMs) return fail(this.#tooLate());
      await clock.sleep(LOOK_MS, signal);
    }
  }

  #due(): readonly PodEntry[] {
    const nowMs = this.#job.clock.nowMs();
    return this.#pods.filter(
      ({ state, nextMs }) => (state === "waiting" || state === "blocked") && nextMs <= nowMs,
    );
  }

  /** Source: Kubernetes, "API-initiated eviction": 429 means that a budget says not now. */
  async #evict(pod: PodEntry): Promise<Problem | null> {
    const { api, clock } = this.#job;
    const { namespace, name } = pod;
    const evicted = await send(
      api,
      {
        method: "POST",
        path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/eviction`,
        body: { apiVersion: "policy/v1", kind: "Eviction", metadata: { name, namespace } },
      },
      { kind: "Pod", namespace, name },
    );
    if (evicted.ok) pod.state = "leaving";
    else if (evicted.problem.httpStatus === 404) pod.state = "gone";
    else if (evicted.problem.httpStatus !== 429) return shown(evicted.problem);
    else {
      pod.state = "blocked";
      pod.message = evicted.problem.causes.map(({ message = "" }) => message).join(" ");
      pod.nextMs = clock.nowMs() + RETRY_MS;
    }
    return null;
  }

  /** Pods that are no longer on the node are gone, also those that ended by themselves. */
  async #look(): Promise<Result<void, Problem>> {
    const { api, input } = this.#job;
    const fieldSelector = `spec.nodeName=${input.node}`;
    const listed = await listObjects<RawPodObject>(api, "/api/v1/pods", { fieldSelector });
    if (!listed.ok) return fail(shown(listed.problem));
    const there = new Set(
      listed.value.items.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
    );
    for (const pod of this.#pods)
      if (!there.has(`${pod.namespace}/${pod.name}`)) pod.state = "gone";
    return ok(undefined);
  }

  #tooLate(): Problem {
    const { node, timeoutSeconds } = this.#job.input;
    const left = this.#pods.filter(({ state }) => state !== "gone");
    const budgets = left.filter(({ state }) => state === "blocked");
    const names = left.map(({ namespace, name }) => `${namespace}/${name}`).join(", ");
    return {
      code: "step.wait-timeout",
      detail: `${node} is not empty after ${timeoutSeconds} s: ${names} ${left.length === 1 ? "is" : "are"} left.`,
      remedies: [
        ...(budgets.length > 0
          ? ["Raise the copies of what the disruption budget guards, or lower the budget."]
          : ["Look at the pods that are left: a finalizer or a long grace period keeps them."]),
        `${node} stays cordoned: drain it again, or uncordon it.`,
      ],
    };
  }
}

const shown = ({ code, detail, remedies }: WriteFailure): Problem => ({ code, detail, remedies });
