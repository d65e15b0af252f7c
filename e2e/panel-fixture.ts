import { test as base } from "@playwright/test";
import { bareHosts } from "@/lab/bare-hosts";
import { type Panel, startPanel } from "@/lab/panel";

/** A panel of its own per spec file, and six bare hosts; a page error or a violated CSP fails the test. */
export const test = base.extend<{ silence: undefined }, { panel: Panel }>({
  panel: [
    async ({}, use, worker) => {
      await bareHosts();
      const panel = await startPanel({ port: 4500 + worker.workerIndex });
      await use(panel);
      await panel.remove();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  silence: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on("pageerror", (error) => heard.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") heard.push(message.text());
      });
      await use(undefined);
      test.expect(heard.filter((line) => !EXPECTED.test(line))).toEqual([]);
    },
    { auto: true },
  ],
});

/** What a browser says by itself about an answer that the test provoked. */
const EXPECTED = /Failed to load resource: the server responded with a status of 4\d\d/;

export { expect } from "@playwright/test";
