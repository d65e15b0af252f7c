/** Logs of a container in the browser: how many lines a second, and whether any is lost when connections are. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import { panelEnv, panelFlags } from "@/scripts/bootstrap/panel-process.mjs";
import type { LogFrame } from "@/lib/schemas/kube-log";
import type { Figures, Setting } from "./benches";
import type { PanelReady } from "./logs-panel";
import type { SourceOrder } from "./logs-source";
import { median } from "./median";

const RECONNECTS = 1000;
const WARM_UP_RECONNECTS = 100;
const WARM_UP_MS = 2000;
const MEASURE_MS = 5000;
const QUIET_MS = 500;
/** More than what is asked for, so that the panel is the limit and not the source. */
const RATE_FOR_ONE = 160_000;
const RATE_FOR_TEN = 40_000;
const RATE_FOR_CUTS = 2000;

/** Started as the panel is: its memory is one of the figures. */
const child = (file: string, ...args: string[]) =>
  fork(join(import.meta.dirname, file), args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [...process.execArgv, ...panelFlags],
    env: { ...process.env, ...panelEnv },
  });

const told = async <T>(from: ChildProcess): Promise<T> => (await once(from, "message"))[0] as T;

/** One browser. It checks that every line follows the one before. */
class Viewer {
  lines = 0;
  /** Lines that are missing, repeated, or that the panel says were skipped. */
  gaps = 0;
  #last = 0;
  #epoch = "";
  #nextSeq = 1;
  readonly #socket: Socket;

  constructor({ port, cookie, clusterId }: PanelReady) {
    const origin = `http://127.0.0.1:${port}`;
    this.#socket = io(origin, {
      ...{ path: "/live/", transports: ["websocket"], forceNew: true },
      ...{ extraHeaders: { origin, cookie }, reconnectionDelay: 1, reconnectionDelayMax: 5 },
    });
    this.#socket.on("connect", () =>
      this.#socket.emit("log.open", {
        ...{ clusterId, stream: "s", namespace: "web", pod: "shop", container: "main" },
        tailLines: null,
        resume: this.#epoch === "" ? null : { epoch: this.#epoch, nextSeq: this.#nextSeq },
      }),
    );
    this.#socket.on("log", (frame: LogFrame, done: () => void) => {
      this.#take(frame);
      done();
    });
  }

  #take({ data, epoch, seq, lines, missed }: LogFrame): void {
    this.#epoch = epoch;
    this.#nextSeq = seq + lines;
    this.lines += lines;
    this.gaps += missed;
    // The first and the last line of a frame tell their numbers; those between were counted.
    const text = Buffer.from(data);
    const first = numberAt(text, 0);
    const last = numberAt(text, text.lastIndexOf(10, text.length - 2) + 1);
    if (this.#last !== 0) this.gaps += Math.abs(first - this.#last - 1 - missed);
    this.gaps += Math.abs(last - first + 1 - lines);
    this.#last = last;
  }

  /** Breaks its connection off, as a phone in a tunnel does; it comes back by itself. */
  async cut(): Promise<void> {
    this.#socket.io.engine.close();
    await new Promise<void>((resolve) => this.#socket.once("connect", resolve));
  }

  close(): void {
    this.#socket.disconnect();
  }
}

const numberAt = (text: Buffer, at: number): number =>
  Number(/ line (\d+) /.exec(text.toString("latin1", at, at + 80))?.[1]);

interface Stage {
  readonly ready: PanelReady;
  readonly source: ChildProcess;
}

const order = ({ source }: Stage, wanted: SourceOrder) => source.send(wanted);

/** Lines a second that each of so many viewers gets: those of the slowest one. */
async function throughput(stage: Stage, [viewers, linesPerSecond]: readonly [number, number]) {
  const all = Array.from({ length: viewers }, () => new Viewer(stage.ready));
  order(stage, { linesPerSecond });
  await sleep(WARM_UP_MS);
  const before = all.map(({ lines }) => lines);
  const startedMs = performance.now();
  await sleep(MEASURE_MS);
  const seconds = (performance.now() - startedMs) / 1000;
  const perSecond = all.map(({ lines }, index) => (lines - (before[index] ?? 0)) / seconds);
  order(stage, { linesPerSecond: 0 });
  for (const viewer of all) viewer.close();
  return Math.min(...perSecond);
}

async function untilQuiet(viewer: Viewer): Promise<void> {
  for (let before = -1; before !== viewer.lines; await sleep(QUIET_MS)) before = viewer.lines;
}

/** Cuts both ends in turn; answers how many lines were lost or came twice. */
async function gapsAfterCuts(stage: Stage, reconnects: number): Promise<number> {
  const viewer = new Viewer(stage.ready);
  await untilQuiet(viewer); // what is left of the work before is not what is measured
  viewer.gaps = 0;
  order(stage, { linesPerSecond: RATE_FOR_CUTS });
  for (let n = 0; n < reconnects; n += 2) {
    const before = viewer.lines;
    order(stage, "cut");
    await viewer.cut();
    while (viewer.lines === before) await sleep(2);
  }
  order(stage, { linesPerSecond: 0 });
  await untilQuiet(viewer);
  viewer.close();
  return viewer.gaps;
}

/** Every kind of work, the given number of times. */
async function work(stage: Stage, rounds: number, reconnects: number) {
  const one: number[] = [];
  const ten: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    one.push(await throughput(stage, [1, RATE_FOR_ONE]));
    ten.push(await throughput(stage, [10, RATE_FOR_TEN]));
  }
  const gaps = await gapsAfterCuts(stage, reconnects);
  return { lines_per_s_1: median(one), lines_per_s_10: median(ten), gaps };
}

/**
 * lines_per_s_1, lines_per_s_10: to each · gaps: lines lost or repeated · rss_growth_mb: MiB at the highest, above what
 * the panel took when it had done each kind of work once · rss_above_idle_mb: the same, above the idle panel.
 */
export async function measure({ runs }: Setting): Promise<Figures> {
  const source = child("logs-source.ts");
  const { port } = await told<{ port: number }>(source);
  const panel = child("logs-panel.ts", String(port));
  const ready = await told<PanelReady>(panel);
  const rssBytes = async () => {
    panel.send("rss");
    return (await told<{ rssBytes: number }>(panel)).rssBytes;
  };
  const stage = { ready, source };
  try {
    const idle = await rssBytes();
    await work(stage, 1, WARM_UP_RECONNECTS);
    const warm = await rssBytes();
    let highest = warm;
    const look = async () => void (highest = Math.max(highest, await rssBytes()));
    const watch = setInterval(() => void look(), 250);
    const figures = await work(stage, runs, RECONNECTS);
    clearInterval(watch);
    await look();
    return {
      ...figures,
      rss_growth_mb: (highest - warm) / 2 ** 20,
      rss_above_idle_mb: (highest - idle) / 2 ** 20,
    };
  } finally {
    source.disconnect();
    panel.disconnect();
  }
}
