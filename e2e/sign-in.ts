import type { Page } from "@playwright/test";
import { ADMINISTRATOR, type Panel } from "@/lab/panel";

/** Signs in as the administrator of a panel that was set up. */
export async function signIn(page: Page, panel: Panel): Promise<void> {
  await page.goto(`${panel.url}/sign-in`);
  await page.getByLabel("E-mail").fill(ADMINISTRATOR.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Clusters" }).first().waitFor();
}
