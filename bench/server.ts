/** What the panel itself costs: start, memory, and what it writes when nobody uses it. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startPanel } from "@/lab/panel";
import type { Figures, Setting } from "./benches";
import { median } from "./median";

const IDLE_MS = 60_000;

const PAGES = ["/", "/hosts", "/clusters", "/jobs", "/settings"];
const READS = ["/session", "/hosts", "/clusters", "/jobs", "/panel"];

/**
 * cold_start_s: process to ready · rss_idle_mb: MiB a minute after the first pages · rss_peak_mb: the most until then ·
 * idle_write_mb_per_h: MiB.
 */
export async function measure({ runs }: Setting): Promise<Figures> {
  const starts: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    const panel = await startPanel({ port: 4301 });
    starts.push((performance.now() - started) / 1000);
    await panel.remove();
  }
  const panel = await startPanel({ port: 4301 });
  try {
    await panel.setUp();
    for (const path of PAGES) await (await fetch(`${panel.url}${path}`)).text();
    for (const path of READS) await panel.get(path);
    const pid = panel.process.pid ?? 0;
    const before = writtenBytes(pid);
    await sleep(IDLE_MS);
    const perHour = (writtenBytes(pid) - before) * (3_600_000 / IDLE_MS);
    return {
      cold_start_s: median(starts),
      rss_idle_mb: statusKiB(pid, "VmRSS") / 1024,
      rss_peak_mb: statusKiB(pid, "VmHWM") / 1024,
      idle_write_mb_per_h: perHour / 2 ** 20,
    };
  } finally {
    await panel.remove();
  }
}

/** Source: proc(5), /proc/pid/io write_bytes. */
const writtenBytes = (pid: number) =>
  Number(/^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, "utf8"))?.[1]);

/** Source: proc(5), /proc/pid/status. */
const statusKiB = (pid: number, field: "VmRSS" | "VmHWM") =>
  Number(
    new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(
      readFileSync(`/proc/${pid}/status`, "utf8"),
    )?.[1],
  );
