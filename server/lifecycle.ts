import type { Logger } from "pino";

type Hook = () => Promise<void> | void;

/** What areas do when the panel has started, and before it ends. */
export interface Lifecycle {
  /** Runs once the panel answers requests, in the order of registration. */
  onStart(name: string, hook: Hook): void;
  /** Runs at shutdown, last registered first; a hook that fails or hangs does not stop the others. */
  onStop(name: string, hook: Hook): void;
  /** Aborts when shutdown begins: pass it to whatever waits. */
  readonly stopping: AbortSignal;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** How long one area may take to end. Together with the drain of requests it stays under 10 s. */
const HOOK_LIMIT_MS = 6000;

async function limit(hook: Hook, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([hook(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Makes an empty list of hooks. Failures are logged by area name. */
export function createLifecycle(log: Logger): Lifecycle {
  const starts: { name: string; hook: Hook }[] = [];
  const stops: { name: string; hook: Hook }[] = [];
  const stopping = new AbortController();
  let stopped: Promise<void> | undefined;

  const stopAll = async () => {
    stopping.abort();
    for (const { name, hook } of stops.toReversed())
      await limit(hook, HOOK_LIMIT_MS).catch((error: unknown) =>
        log.error({ err: error, area: name }, "an area did not end well"),
      );
  };

  return {
    onStart: (name, hook) => void starts.push({ name, hook }),
    onStop: (name, hook) => void stops.push({ name, hook }),
    stopping: stopping.signal,
    start: async () => {
      for (const { name, hook } of starts) {
        log.debug({ area: name }, "area starts");
        await hook();
      }
    },
    stop: () => (stopped ??= stopAll()),
  };
}
