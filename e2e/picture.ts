import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Where the pictures of the documentation go; `npm run pictures` sets it. */
const folder = process.env.GANDALF_PICTURES;

/** Takes a picture for the documentation, so that it always shows the panel as it is. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const theme of ["light", "dark"]) {
    await page.evaluate(
      (dark) => document.documentElement.classList.toggle("dark", dark),
      theme === "dark",
    );
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: "disabled" });
  }
  await page.evaluate(() => document.documentElement.classList.remove("dark"));
}
