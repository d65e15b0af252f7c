/** Twenty changes a second in the cluster: a container of a pod was restarted, so its row shows another number. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient } from "@/server/kube/api-client";
import { must } from "./kwok-cluster";
import { podPath } from "./manifests";

const PER_SECOND = 20;

export interface Changes {
  /** Number that a row shows → when the API was asked for it, ms of performance.now(). */
  readonly sentAtMs: ReadonlyMap<number, number>;
  /** Resolves when every change was accepted. */
  end(): Promise<void>;
}

/** Starts them, in turn on the pods of these numbers. Every change brings a number that none had before. */
export function startChanges(api: ApiClient, podNumbers: readonly number[]): Changes {
  const sentAtMs = new Map<number, number>();
  let isOver = false;
  const run = async () => {
    const startedMs = performance.now();
    const under: Promise<unknown>[] = [];
    for (let count = 0; !isOver; count += 1) {
      const pod = podNumbers[count % podNumbers.length] ?? 0;
      const shown = nextNumber();
      sentAtMs.set(shown, performance.now());
      under.push(restarted(api, pod, shown));
      const nextMs = startedMs + ((count + 1) * 1_000) / PER_SECOND;
      await sleep(Math.max(0, nextMs - performance.now()));
    }
    await Promise.all(under);
  };
  const done = run();
  return {
    sentAtMs,
    end: () => {
      isOver = true;
      return done;
    },
  };
}

/** Five digits: nothing else on the page looks like one. */
let last = 10_000;
const nextNumber = () => (last += 1);

const restarted = (api: ApiClient, pod: number, restartCount: number) => {
  const { namespace, name } = podPath(pod);
  return must(api, {
    method: "PATCH",
    path: `/api/v1/namespaces/${namespace}/pods/${name}/status`,
    contentType: "application/strategic-merge-patch+json",
    body: { status: { containerStatuses: [{ name: "main", restartCount }] } },
  });
};
