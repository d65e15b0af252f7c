import AxeBuilder from "@axe-core/playwright";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { bareHost } from "@/lab/bare-hosts";
import { hostSnapshot } from "@/lab/host-snapshot";
import { exec, k3sArtifacts, LAB_PASSWORD, labHosts } from "@/lab/lab";
import { ADMINISTRATOR } from "@/lab/panel";
import { REFERENCE_ROLES } from "@/lab/reference-cluster";
import { expect, test } from "./panel-fixture";

/** The whole main job, as a newcomer does it: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });

const HOSTS = Object.keys(REFERENCE_ROLES);
const JOB_MS = 240_000;
let page: Page;

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  page = await context.newPage();
});

/** axe finds nothing that WCAG 2.2 AA forbids. */
async function accessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** Types hosts into the Add hosts steps and follows them to the end. */
async function addHosts(addresses: readonly string[]): Promise<void> {
  await page.getByRole("textbox", { name: "Hosts" }).fill(addresses.join("\n"));
  await page.getByRole("button", { name: "Read their keys" }).click();
  await expect(page.getByText("Is it really your machine?")).toBeVisible();
  if (addresses.length > 1) await page.getByRole("button", { name: /match$/ }).first().click();
  else await page.getByRole("button", { name: "It matches" }).click();
  await accessible();
  await page.getByRole("button", { name: /^Continue with/ }).click();
  await page.getByLabel("Password", { exact: true }).first().fill(LAB_PASSWORD);
}

/** The wizard's button to the next step. */
const onTo = (step: string) => page.getByRole("button", { name: step, exact: true }).click();

const expectReady = (node: string) =>
  expect(page.getByRole("row", { name: new RegExp(`${node}.*Ready`, "s") }).first()).toBeVisible();

/** Starts the plan that is shown and waits until its job has succeeded. */
async function startAndFollow(button: RegExp): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page).toHaveURL(/\/jobs\//);
  await expect(page.getByText("Succeeded").first()).toBeVisible({ timeout: JOB_MS });
}

test("the set-up link makes the first administrator", async ({ panel }) => {
  await page.goto(await panel.setupLink());
  await accessible();
  await page.getByLabel("Your name").fill(ADMINISTRATOR.name);
  await page.getByLabel("E-mail").fill(ADMINISTRATOR.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole("button", { name: "Create and continue" }).click();
  await expect(page.getByRole("link", { name: "Add hosts" }).first()).toBeVisible();
  await accessible();
});

test("six hosts are added with one password", async ({ panel }) => {
  await page.goto(`${panel.url}/hosts/add`);
  await addHosts(HOSTS.map((name) => labHosts()[name] ?? ""));
  await page.getByRole("button", { name: "Add 6 hosts" }).click();
  await expect(page.getByRole("heading", { name: "6 hosts added" })).toBeVisible({ timeout: 60_000 });
  await accessible();
  await page.goto(`${panel.url}/hosts`);
  for (const name of HOSTS)
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  await accessible();
});

test("the wizard gives every host its role and shows a plan", async ({ panel }) => {
  await page.goto(`${panel.url}/clusters/new`);
  await accessible();
  await onTo("Hosts");
  await onTo("Roles");
  await expect(page.getByRole("heading", { name: "Who does what?" })).toBeVisible();
  await accessible();
  await onTo("Settings");
  await accessible();
  await page.getByRole("textbox", { name: "Name" }).first().fill("gandalf");
  await onTo("Preflight");
  await expect(page.getByRole("button", { name: "See the plan" })).toBeEnabled({ timeout: 60_000 });
  await accessible();
  await onTo("See the plan");
  await expect(page.getByText("Nothing has been touched")).toBeVisible({ timeout: 30_000 });
  await accessible();
});

test("the plan runs live until every node is Ready", async () => {
  test.setTimeout(JOB_MS + 60_000);
  await startAndFollow(/^Start \d+ changes on 6 hosts/);
  await accessible();
  await page.goto(`${page.url().split("/jobs")[0]}/clusters`);
  await page.getByRole("link", { name: "gandalf" }).first().click();
  for (const node of ["master1", "master2", "worker1", "worker2"]) await expectReady(node);
  await accessible();
});
