/** How the panel feels in a browser: a signed-in tab on the overview and on the list of hosts. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { ADMINISTRATOR, startPanel } from "@/lab/panel";
import settings from "@/playwright.config";
import type { Figures, Setting } from "./benches";
import { lighthouseScore } from "./lighthouse";
import { median } from "./median";
import { observeVitals, readScripts, readVitals, type Scripts, type Vitals } from "./vitals";

type Visit = Vitals & Scripts;

const PAGES = ["/", "/hosts"];
const DEBUG_PORT = 4302;
const VIEWPORT = { width: 1440, height: 900 };

/** Medians per page, the worse page counts. lcp_s, inp_ms, cls · js_kb: kB on the wire for the overview. */
export async function measure({ runs }: Setting): Promise<Figures> {
  const panel = await startPanel({ port: 4301 });
  const profile = mkdtempSync(join(tmpdir(), "gandalf-browser-"));
  const options = settings.use?.launchOptions ?? {};
  const browser = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${DEBUG_PORT}`],
    viewport: VIEWPORT,
  });
  try {
    await panel.setUp();
    await signIn(browser, panel.url);
    const loads: Visit[][] = [];
    for (const path of PAGES) loads.push(await visits(browser, panel.url + path, runs));
    const worst = (key: keyof Vitals) =>
      Math.max(...loads.map((of) => median(of.map((visit) => visit[key]))));
    const overview = loads[0] ?? [];
    const scores: number[] = [];
    for (const path of PAGES) scores.push(await lighthouseScore(panel.url + path, DEBUG_PORT));
    return {
      lcp_s: worst("lcpMs") / 1000,
      inp_ms: worst("inpMs"),
      cls: worst("cls"),
      js_kb: median(overview.map(({ namedBytes }) => namedBytes)) / 1000,
      js_all_kb: median(overview.map(({ allBytes }) => allBytes)) / 1000,
      lighthouse: Math.min(...scores),
      axe: await violations(browser, panel.url),
    };
  } finally {
    await browser.close();
    await panel.remove();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function signIn(browser: BrowserContext, url: string): Promise<void> {
  const { email, password } = ADMINISTRATOR;
  const answer = await browser.request.post(`${url}/api/v1/session`, {
    headers: { origin: url, "sec-fetch-site": "same-origin" },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
}

/** Every visit in a tab of its own with an empty cache: the first visit of a day. */
async function visits(browser: BrowserContext, url: string, runs: number): Promise<Visit[]> {
  const seen: Visit[] = [];
  for (let i = 0; i < runs; i++) {
    const page = await browser.newPage();
    const tools = await browser.newCDPSession(page);
    await tools.send("Network.clearBrowserCache");
    await page.addInitScript("globalThis.__name = (named) => named"); // tsx wraps functions in it
    await page.addInitScript(observeVitals);
    await page.goto(url, { waitUntil: "networkidle" });
    const scripts = await page.evaluate(readScripts);
    await use(page);
    seen.push({ ...scripts, ...(await page.evaluate(readVitals)) });
    await page.close();
  }
  return seen;
}

/** What people do first: the theme, the palette and a word in it, another place and back. */
async function use(page: Page): Promise<void> {
  const settled = () => page.waitForTimeout(300); // an interaction is reported once its frame was painted
  const theme = page.getByRole("button", { name: /theme|dark|light/i }).first();
  await theme.click();
  await settled();
  await theme.click();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("hosts", { delay: 60 });
  await settled();
  await page.keyboard.press("Escape");
  for (const place of ["Clusters", "Jobs", "Hosts", "Overview"]) {
    await page.getByRole("navigation").getByRole("link", { name: place }).first().click();
    await settled();
  }
}

/** Violations of WCAG 2.2 AA on both pages together. */
async function violations(browser: BrowserContext, url: string): Promise<number> {
  const page = await browser.newPage();
  let count = 0;
  for (const path of PAGES) {
    await page.goto(url + path, { waitUntil: "networkidle" });
    const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
    count += (await new AxeBuilder({ page }).withTags(tags).analyze()).violations.length;
  }
  return count;
}
