/** What the panel itself costs: start, memory, and what it writes when nobody uses it. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startPanel } from "@/lab/panel";
import type { Figures, Setting } from "./benches";
import { median } from "./median";

const IDLE_MS = 60_000;

/** cold_start_s: process to ready · rss_idle_mb: MiB a minute after the first pages · idle_write_mb_per_h: MiB. */
export async function measure({ runs }: Setting): Promise<Figures> {
  const starts: number[] = [];
  for (let i = 0; i < Math.max(runs, 3); i++) {
    const started = performance.now();
    const panel = await startPanel({ port: 4301 });
    starts.push((performance.now() - started) / 1000);
    await panel.remove();
  }
  const panel = await startPanel({ port: 4301 });
  try {
    await panel.setUp();
    for (const path of ["/", "/hosts", "/clusters", "/jobs"]) await fetch(`${panel.url}${path}`);
    const pid = panel.process.pid ?? 0;
    const before = writtenBytes(pid);
    await sleep(IDLE_MS);
    const perHour = (writtenBytes(pid) - before) * (3_600_000 / IDLE_MS);
    return {
      cold_start_s: median(starts),
      rss_idle_mb: rssKiB(pid) / 1024,
      idle_write_mb_per_h: perHour / 2 ** 20,
    };
  } finally {
    await panel.remove();
  }
}

/** Source: proc(5), /proc/pid/io write_bytes. */
const writtenBytes = (pid: number) =>
  Number(/^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, "utf8"))?.[1]);

/** Source: proc(5), /proc/pid/status VmRSS. */
const rssKiB = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
