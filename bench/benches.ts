/** One measured run of everything; keys and units as in the table of docs/benchmarks.md. */
export type Figures = Readonly<Record<string, number>>;

export interface Setting {
  /** How often each side runs; the median counts. */
  readonly runs: number;
  /** Delay of the way to the hosts and back, ms. */
  readonly rttMs: number;
}

interface Bench {
  /** What is installed beside the panel, outside this folder. */
  readonly needs: "ansible" | "lighthouse" | "kwok" | "kwok and a browser" | "nothing";
  readonly runs: number;
  load(): Promise<{ measure(setting: Setting): Promise<Figures> }>;
}

/** Every benchmark. Adding one: a file with `measure`, and a line here. */
export const BENCHES = {
  engine: { needs: "ansible", runs: 5, load: () => import("./engine") },
  noop: { needs: "nothing", runs: 5, load: () => import("./noop") },
  create: { needs: "ansible", runs: 1, load: () => import("./create") },
  lists: { needs: "kwok", runs: 5, load: () => import("./lists") },
  watch: { needs: "kwok and a browser", runs: 3, load: () => import("./watch") },
  server: { needs: "kwok", runs: 5, load: () => import("./server") },
  web: { needs: "lighthouse", runs: 5, load: () => import("./web") },
  logs: { needs: "nothing", runs: 3, load: () => import("./logs") },
} as const satisfies Record<string, Bench>;

export type BenchName = keyof typeof BENCHES;
