/** One measured run of everything; keys and units as in the table of docs/benchmarks.md. */
export type Figures = Readonly<Record<string, number>>;

export interface Setting {
  /** How often each side runs; the median counts. */
  readonly runs: number;
  /** Delay of the way to the hosts and back, ms. */
  readonly rttMs: number;
}

interface Bench {
  readonly needsAnsible: boolean;
  readonly runs: number;
  load(): Promise<{ measure(setting: Setting): Promise<Figures> }>;
}

/** Every benchmark. Adding one: a file with `measure`, and a line here. */
export const BENCHES = {
  engine: { needsAnsible: true, runs: 5, load: () => import("./engine") },
  noop: { needsAnsible: false, runs: 5, load: () => import("./noop") },
  create: { needsAnsible: true, runs: 1, load: () => import("./create") },
  server: { needsAnsible: false, runs: 1, load: () => import("./server") },
  logs: { needsAnsible: false, runs: 3, load: () => import("./logs") },
} as const satisfies Record<string, Bench>;

export type BenchName = keyof typeof BENCHES;
