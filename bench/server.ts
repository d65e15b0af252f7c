/** What the panel itself costs: start, memory, and what it writes when nobody uses it. */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startPanel } from "@/lab/panel";
import type { Figures, Setting } from "./benches";
import { startChanges } from "./kwok/changes";
import { raiseKwokCluster } from "./kwok/kwok-cluster";
import { startPanelOver } from "./kwok/panel-over";
import { openTab } from "./kwok/tab";
import { median } from "./median";

const IDLE_MS = 60_000;
/** With 5,000 pods and ten tabs: so long with twenty changes a second, then as long without. */
const BUSY_MS = 60_000;
const TABS = 10;
const CHANGED_PODS = Array.from({ length: 50 }, (_, index) => index);

const PAGES = ["/", "/hosts", "/clusters", "/jobs", "/settings"];
const READS = ["/session", "/hosts", "/clusters", "/jobs", "/panel"];

/**
 * cold_start_s: process to ready · rss_idle_mb: MiB a minute after the first pages · rss_peak_mb: the most until then ·
 * idle_write_mb_per_h: MiB · rss_5000_mb: with 5,000 pods, 1,000 nodes and ten tabs, a while after changes ·
 * rss_5000_peak_mb: the most until then.
 */
export async function measure(setting: Setting): Promise<Figures> {
  return { ...(await alone(setting)), ...(await withPods()) };
}

async function alone({ runs }: Setting): Promise<Figures> {
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

/** The panel over a large cluster that people look at. */
async function withPods(): Promise<Figures> {
  const cluster = await raiseKwokCluster();
  const over = await startPanelOver(cluster.panelKubeconfig);
  const { panel, cookie, clusterId } = over;
  const seat = { url: panel.url, cookie, clusterId };
  try {
    const queries = Array.from({ length: TABS }, (_, tab) => `page=${tab + 1}&pageSize=50`);
    const closers = await Promise.all(queries.map((query) => openTab(seat, query, () => {})));
    for (const kind of ["nodes", "overview"])
      await (
        await fetch(`${panel.url}/api/v1/clusters/${clusterId}/${kind}`, { headers: { cookie } })
      ).text();
    const changes = startChanges(cluster.api, CHANGED_PODS);
    await sleep(BUSY_MS);
    await changes.end();
    await sleep(BUSY_MS);
    for (const close of closers) close();
    const pid = panel.process.pid ?? 0;
    return {
      rss_5000_mb: statusKiB(pid, "VmRSS") / 1024,
      rss_5000_peak_mb: statusKiB(pid, "VmHWM") / 1024,
    };
  } finally {
    await panel.remove();
    await cluster.remove();
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
