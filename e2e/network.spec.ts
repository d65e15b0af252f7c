import type { Page } from "@playwright/test";
import { addLabHost, REFERENCE_ROLES } from "@/lab/reference-cluster";
import { expectAccessible } from "./accessible";
import { expect, test as base } from "./panel-fixture";
import { picture } from "./picture";
import { signIn } from "./sign-in";

/** A panel of this file's own, which knows the six hosts, and a tab in which Ada is signed in. */
const test = base.extend<object, { inventory: undefined }>({
  inventory: [
    async ({ panel, tab: { page } }, use) => {
      await panel.setUp();
      for (const name of Object.keys(REFERENCE_ROLES)) await addLabHost(panel, name);
      await signIn(page, panel);
      await use(undefined);
    },
    { scope: "worker", auto: true, timeout: 120_000 },
  ],
});

/** A flat site from six bare hosts: rules on trial, kept by a person, measured, taken off. */
test.describe.configure({ mode: "serial", timeout: 120_000 });

const JOB_MS = 110_000;

const succeeded = (page: Page) =>
  expect(page.getByText("Succeeded").first()).toBeVisible({ timeout: JOB_MS });

test("a site is made from what the hosts say about their network", async ({ tab: { page } }) => {
  await page.getByRole("link", { name: "Network", exact: true }).first().click();
  await expect(page.getByText("No site yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "New site" }).click();
  await page.getByLabel("Name", { exact: true }).fill("School");
  await page.getByText("All of them").click();
  await expect(page.getByLabel("Home network", { exact: true })).toHaveValue("10.203.1.0/24");
  await expectAccessible(page);
  await picture(page, "network-new");
  await page.getByRole("button", { name: "Create site" }).click();
  await expect(page.getByRole("heading", { name: "School" })).toBeVisible();
  await expect(page.getByText("Not on the hosts", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("its rules are tried on the hosts and stay on a person's word", async ({ tab: { page } }) => {
  await page.getByRole("button", { name: "Apply…" }).click();
  await expect(page.getByText("Nothing has been touched").first()).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("Wait for my word before keeping them").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Start \d+ (change|step)/ }).click();
  await expect(page).toHaveURL(/\/jobs\//);
  await expect(page.getByText(/New rules are on trial on/)).toBeVisible({ timeout: JOB_MS });
  const keep = page.getByRole("button", { name: "Keep the new rules" });
  await expect(keep).toBeVisible({ timeout: 90_000 });
  await picture(page, "network-trial");
  await keep.click();
  await succeeded(page);
});

test("probes between the hosts agree with every field of the matrix", async ({
  panel,
  tab: { page },
}) => {
  await page.goto(`${panel.url}/network`);
  await expect(page.getByText("On the hosts", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Measure now" }).click();
  await expect(page.getByText(/probes agree$/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/\d+ differs?$/)).toHaveCount(0);
  await page.getByRole("button", { name: /^home to home: Allow/ }).click();
  await expect(page.getByText("Expected and measured", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "network");
});

test("an edit waits in the draft over a reload", async ({ tab: { page } }) => {
  await page.getByRole("button", { name: /^wan to home: Allow/ }).click();
  await page.getByRole("radio", { name: /^Deny/ }).check();
  await expect(page.getByText("1 change not saved")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 change not saved")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("1 change not saved")).toHaveCount(0);
});

test("its rules are taken off all hosts again", async ({ tab: { page } }) => {
  await page.getByRole("button", { name: "More about this site" }).click();
  await page.getByRole("menuitem", { name: "Take the rules off all hosts" }).click();
  await page.getByRole("button", { name: "Take the rules off" }).click({ timeout: 60_000 });
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Take the rules off" }).click();
  await succeeded(page);
});
