import { type Page, test as base } from "@playwright/test";
import { bareHosts } from "@/lab/bare-hosts";
import { type Panel, startPanel } from "@/lab/panel";

/** What a browser says by itself about an answer that a test provoked, or that k3s's channels cannot be had here. */
const EXPECTED = /Failed to load resource: the server responded with a status of (4\d\d|502)/;

interface Tab {
  readonly page: Page;
  /** Page errors, violations of the CSP and other errors of the console, until they are taken. */
  takeErrors(): readonly string[];
}

/**
 * Six bare hosts, a panel and one tab that stays open, for all files with the same fixtures: extending this with one of
 * a worker makes them anew. A page error or a violated CSP fails the test in which it happened.
 */
export const test = base.extend<{ silence: undefined }, { panel: Panel; tab: Tab }>({
  panel: [
    async ({}, use, worker) => {
      await bareHosts();
      const panel = await startPanel({ port: 4500 + worker.workerIndex });
      await use(panel);
      await panel.remove();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  tab: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      let heard: string[] = [];
      page.on("pageerror", (error) => heard.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") heard.push(message.text());
      });
      const takeErrors = () => {
        const taken = heard.filter((line) => !EXPECTED.test(line));
        heard = [];
        return taken;
      };
      await use({ page, takeErrors });
      await context.close();
    },
    { scope: "worker" },
  ],
  silence: [
    async ({ tab }, use, info) => {
      await use(undefined);
      if (info.status !== info.expectedStatus)
        await tab.page.screenshot({ path: info.outputPath("tab.png"), fullPage: true });
      test.expect(tab.takeErrors()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
