import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Container } from "@/server/container";
import { drainNode } from "./drain-node";
import type { Asking } from "./kube-writer";

type Needs = Pick<Container, "db" | "kube" | "audit" | "drains" | "log" | "clock">;

/** How often it is looked whether a drain has ended. */
const LOOK_MS = 500;
const TIMEOUT_S = 300;

/** Drains a node and waits for its end. Who aborts cancels it, and the node takes pods again. */
export async function drainAndWait(
  needs: Needs,
  asking: Asking,
  wish: {
    readonly node: string;
    readonly deleteEmptyDir: boolean;
    readonly deleteBarePods: boolean;
    readonly signal: AbortSignal;
  },
): Promise<Result<void, Problem>> {
  const { signal, ...input } = wish;
  const { clusterId } = asking;
  const { node } = input;
  const started = await drainNode(needs, asking, { ...input, timeoutSeconds: TIMEOUT_S });
  if (!started.ok) return started;
  signal.addEventListener("abort", () => needs.drains.cancel(clusterId, node), { once: true });
  if (signal.aborted) needs.drains.cancel(clusterId, node);
  for (;;) {
    const now = needs.drains.find(clusterId, node);
    if (now?.state === "done") return ok(undefined);
    if (now?.state === "running") await needs.clock.sleep(LOOK_MS);
    else return fail(now?.problem ?? cancelled(node));
  }
}

const cancelled = (node: string): Problem => ({
  code: "kube.conflict",
  detail: `The drain of ${node} was cancelled. Pods that had left stay where they are.`,
  remedies: ["Drain it again when it suits."],
});
