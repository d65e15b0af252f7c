/** From a change in the cluster to the change on the page, in a real browser, at twenty changes a second. */
import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import settings from "@/playwright.config";
import type { Figures, Setting } from "./benches";
import { type Changes, startChanges } from "./kwok/changes";
import { type KwokCluster, raiseKwokCluster } from "./kwok/kwok-cluster";
import { cpuMs, quantile, watchLoop } from "./kwok/load";
import { type PanelOver, startPanelOver } from "./kwok/panel-over";
import { openTab, type Seat } from "./kwok/tab";
import { median } from "./median";

const WARM_UP_MS = 5_000;
const MEASURE_MS = 20_000;
const LAST_WORD_MS = 3_000;

/** The rows that both lists below show without scrolling, by number. */
const CHANGED_PODS = Array.from({ length: 15 }, (_, index) => index);
const SHOWN = "namespace=team-00&sort=name&pageSize=50";

/** Number shown → when, ms of this process's clock. */
type Seen = Map<number, number>;

/** All rows' restarts, as they come in an answer. */
function noteText(text: string, seen: Seen): void {
  const nowMs = performance.now();
  for (const [, shown] of text.matchAll(/"restarts":(\d{5})/g))
    if (!seen.has(Number(shown))) seen.set(Number(shown), nowMs);
}

/** Runs in the page: when each five-digit number was first painted, as a Date.now(). */
function observeNumbers(): void {
  const seen = new Map<string, number>();
  Object.assign(globalThis, { seenNumbers: seen });
  const look = () => {
    for (const cell of document.querySelectorAll("[role=row] > *, td")) {
      const text = cell.textContent.replaceAll(/\D/g, "");
      if (text.length === 5 && !seen.has(text))
        seen.set(text, performance.timeOrigin + performance.now());
    }
  };
  // After the frame in which it was painted.
  new MutationObserver(() => requestAnimationFrame(look)).observe(document, {
    ...{ subtree: true, childList: true, characterData: true },
  });
}

const readNumbers = () => [
  ...(globalThis as unknown as { seenNumbers: Map<string, number> }).seenNumbers,
];

async function openPage(browser: BrowserContext, { panel, clusterId, cookie }: PanelOver) {
  const [name = "", value = ""] = cookie.split("=");
  await browser.addCookies([{ name, value, url: panel.url, sameSite: "Strict" }]);
  const page = await browser.newPage();
  await page.addInitScript("globalThis.__name = (named) => named"); // tsx wraps functions in it
  await page.addInitScript(observeNumbers);
  await page.goto(`${panel.url}/clusters/${clusterId}/pods?${SHOWN}`);
  await page.getByText("shop-000").first().waitFor();
  return page;
}

/** The page's clock as ours. */
async function seenBy(page: Page): Promise<Seen> {
  const offsetMs = Date.now() - performance.now();
  const numbers = await page.evaluate(readNumbers);
  return new Map(numbers.map(([shown, atMs]) => [Number(shown), atMs - offsetMs]));
}

/** How long each change took to be seen. One that was overtaken by the next of the same row before is left out. */
function delays({ sentAtMs }: Changes, seen: Seen, sinceMs: number): number[] {
  return [...sentAtMs].flatMap(([shown, atMs]) => {
    const seenMs = seen.get(shown);
    return seenMs === undefined || atMs < sinceMs ? [] : [seenMs - atMs];
  });
}

async function run(cluster: KwokCluster, over: PanelOver, browser: BrowserContext) {
  const seat: Seat = { url: over.panel.url, cookie: over.cookie, clusterId: over.clusterId };
  const bySocket: Seen = new Map();
  const page = await openPage(browser, over);
  const close = await openTab(seat, SHOWN, (text) => noteText(text, bySocket));
  const changes = startChanges(cluster.api, CHANGED_PODS);
  await sleep(WARM_UP_MS);
  const sinceMs = performance.now();
  const pid = over.panel.process.pid ?? 0;
  const cpuBefore = cpuMs(pid);
  const endLoop = watchLoop(seat);
  await sleep(MEASURE_MS);
  const cpuPerSecond = (cpuMs(pid) - cpuBefore) / (MEASURE_MS / 1000);
  const loop = quantile(await endLoop(), 0.99);
  await changes.end();
  await sleep(LAST_WORD_MS);
  const inPage = delays(changes, await seenBy(page), sinceMs);
  const atSocket = delays(changes, bySocket, sinceMs);
  close();
  await page.close();
  const sent = [...changes.sentAtMs.values()].filter((atMs) => atMs >= sinceMs).length;
  return {
    p99: quantile(inPage, 0.99),
    p50: quantile(inPage, 0.5),
    socketP99: quantile(atSocket, 0.99),
    seen: inPage.length / sent,
    cpuPerSecond,
    loop,
  };
}

/**
 * p99_ms, p50_ms: from sending the change to the API until the frame that shows it · socket_p99_ms: until the answer
 * that has it · seen_ratio: changes that were on the page before the next one of their row · cpu_ms_per_s: of the
 * panel, with two tabs · loop_p99_ms: how long its loop was held up.
 */
export async function measure({ runs }: Setting): Promise<Figures> {
  const cluster = await raiseKwokCluster();
  try {
    return await measureOver(cluster, runs);
  } finally {
    await cluster.remove();
  }
}

/** The same over a cluster that stands. */
export async function measureOver(cluster: KwokCluster, runs: number): Promise<Figures> {
  const over = await startPanelOver(cluster.panelKubeconfig);
  const browser = await chromium.launch(settings.use?.launchOptions ?? {});
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const all: Awaited<ReturnType<typeof run>>[] = [];
    for (let count = 0; count < runs; count += 1) all.push(await run(cluster, over, context));
    const of = (key: keyof (typeof all)[number]) => median(all.map((each) => each[key]));
    return {
      p99_ms: of("p99"),
      p50_ms: of("p50"),
      socket_p99_ms: of("socketP99"),
      seen_ratio: of("seen"),
      cpu_ms_per_s: of("cpuPerSecond"),
      loop_p99_ms: of("loop"),
    };
  } finally {
    await browser.close();
    await over.panel.remove();
  }
}
