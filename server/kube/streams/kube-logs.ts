import type { Clock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import type { LogTarget } from "@/lib/schemas/kube-log";
import type { Lifecycle } from "@/server/lifecycle";
import type { KubeHub } from "../kube-hub";
import { LogSource } from "./log-source";
import { type LogOutlet, viewLog } from "./log-viewer";

/** Logs that are read at once, of all clusters: 4 MiB each at most. */
const MAX_SOURCES = 100;
/** A browser that reloads, or whose network fails for a moment, finds its log as it left it. */
const GRACE_MS = 20_000;
const RETRY_MS = 1000;

interface Viewing {
  readonly target: LogTarget;
  readonly stream: string;
  readonly resume: { readonly epoch: string; readonly nextSeq: number } | null;
  readonly outlet: LogOutlet;
}

/** Logs of containers: each is read once, whoever looks. */
export interface KubeLogs {
  /** Answers the function that ends the viewing. */
  view(viewing: Viewing): Result<() => void>;
}

interface Entry {
  readonly source: LogSource;
  viewers: number;
  grace: NodeJS.Timeout | undefined;
}

interface Needs {
  readonly kube: Pick<KubeHub, "client">;
  readonly clock: Clock;
  readonly lifecycle: Pick<Lifecycle, "onStop">;
  readonly retryMs?: number;
}

const keyOf = (target: LogTarget): string =>
  JSON.stringify([
    target.clusterId,
    target.namespace,
    target.pod,
    target.container,
    target.previous,
    target.tailLines,
    target.sinceSeconds,
  ]);

/** Reads nothing before somebody looks. */
export function createKubeLogs({ kube, clock, lifecycle, retryMs = RETRY_MS }: Needs): KubeLogs {
  const entries = new Map<string, Entry>();
  lifecycle.onStop("logs", () => {
    for (const { source, grace } of entries.values()) {
      clearTimeout(grace);
      source.close();
    }
  });

  const enter = (target: LogTarget): Entry | null => {
    const key = keyOf(target);
    const known = entries.get(key);
    if (known !== undefined) return known;
    if (entries.size >= MAX_SOURCES) return null;
    const connect = () => kube.client(target.clusterId);
    const source = new LogSource({ target, connect, clock, retryMs });
    const made: Entry = { source, viewers: 0, grace: undefined };
    entries.set(key, made);
    return made;
  };
  const leave = (key: string, entry: Entry) => {
    entry.viewers -= 1;
    if (entry.viewers > 0) return;
    const end = () => {
      entry.source.close();
      if (entries.get(key) === entry) entries.delete(key);
    };
    // What has ended is read anew by the next one who looks: the pod may be there again.
    if (entry.source.state.state === "ended") end();
    else entry.grace = setTimeout(end, GRACE_MS).unref();
  };

  return {
    view: ({ target, stream, resume, outlet }) => {
      const entry = enter(target);
      if (entry === null) return fail(tooMany);
      clearTimeout(entry.grace);
      entry.viewers += 1;
      const end = viewLog({ source: entry.source, outlet, stream, resume });
      let isOver = false;
      return ok(() => {
        if (isOver) return;
        isOver = true;
        end();
        leave(keyOf(target), entry);
      });
    },
  };
}

const tooMany = {
  code: "cluster.busy" as const,
  detail: `The panel reads ${MAX_SOURCES} logs already.`,
  remedies: ["Close some of the logs that are open, here or in other tabs."],
};
