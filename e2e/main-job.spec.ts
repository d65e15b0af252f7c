import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { bareHost } from "@/lab/bare-hosts";
import { hostSnapshot } from "@/lab/host-snapshot";
import { exec, k3sArtifacts, LAB_PASSWORD, labHosts } from "@/lab/lab";
import { ADMINISTRATOR } from "@/lab/panel";
import { REFERENCE_ROLES } from "@/lab/reference-cluster";
import { expectAccessible } from "./accessible";
import { expect, test } from "./panel-fixture";
import { picture } from "./picture";

/** The whole main job, as a newcomer does it: each test goes on where the one before ended. */
test.describe.configure({ mode: "serial" });

const HOSTS = Object.keys(REFERENCE_ROLES);
const JOB_MS = 240_000;
const NODES = ["master1", "master2", "worker1", "worker2"];

/** Types hosts into the Add hosts steps and follows them to the end. */
async function addHosts(page: Page, names: readonly string[]): Promise<void> {
  const addresses = names.map((name) => labHosts()[name] ?? "");
  await page.getByRole("textbox", { name: "Hosts" }).fill(addresses.join("\n"));
  await page.getByRole("button", { name: "Read their keys" }).click();
  await expect(page.getByText("Is it really your machine?")).toBeVisible();
  await page
    .getByRole("button", { name: names.length > 1 ? /match$/ : "It matches" })
    .first()
    .click();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Continue with/ }).click();
  await page.getByLabel("Password", { exact: true }).first().fill(LAB_PASSWORD);
  const hosts = names.length === 1 ? "1 host" : `${names.length} hosts`;
  await page.getByRole("button", { name: `Add ${hosts}` }).click();
  await expect(page.getByRole("heading", { name: `${hosts} added` })).toBeVisible({
    timeout: 60_000,
  });
}

/** The wizard's button to the next step. */
const onTo = (page: Page, step: string) =>
  page.getByRole("button", { name: step, exact: true }).click();

/** Starts the plan that is shown and waits until its job has succeeded. */
async function startAndFollow(page: Page, button: RegExp): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page).toHaveURL(/\/jobs\//);
  await expect(page.getByText("Succeeded").first()).toBeVisible({ timeout: JOB_MS });
}

/** Opens the cluster's page from the list. */
async function openCluster(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/clusters`);
  await page.getByRole("link", { name: "gandalf", exact: true }).first().click();
}

const row = (page: Page, node: string) => page.getByRole("row").filter({ hasText: node });

test("the set-up link makes the first administrator", async ({ panel, tab: { page } }) => {
  await page.goto(await panel.setupLink());
  await expectAccessible(page);
  await page.getByLabel("Your name").fill(ADMINISTRATOR.name);
  await page.getByLabel("E-mail").fill(ADMINISTRATOR.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole("button", { name: "Create and continue" }).click();
  await expect(page.getByRole("link", { name: "Add hosts" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("six hosts are added with one password", async ({ panel, tab: { page } }) => {
  await page.goto(`${panel.url}/hosts/add`);
  await addHosts(page, HOSTS);
  await expectAccessible(page);
  await page.goto(`${panel.url}/hosts`);
  for (const name of HOSTS) await expect(row(page, name).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, "hosts");
});

test("the wizard gives every host its role and shows a plan", async ({ panel, tab: { page } }) => {
  await page.goto(`${panel.url}/clusters/new`);
  await expectAccessible(page);
  await onTo(page, "Hosts");
  await onTo(page, "Roles");
  await expect(page.getByRole("heading", { name: "Who does what?" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "roles");
  await onTo(page, "Settings");
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Name" }).first().fill("gandalf");
  await onTo(page, "Preflight");
  const plan = page.getByRole("button", { name: "See the plan" });
  await expect(plan).toBeEnabled({ timeout: 60_000 });
  await expectAccessible(page);
  await plan.click();
  await expect(page.getByText("Nothing has been touched")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByText("haproxy.cfg").first().click();
  await picture(page, "plan");
});

test("the plan runs live until every node is Ready", async ({ panel, tab: { page } }) => {
  test.setTimeout(JOB_MS + 60_000);
  await startAndFollow(page, /^Start \d+ changes on 6 hosts/);
  await expectAccessible(page);
  await picture(page, "run");
  await openCluster(page, panel.url);
  for (const node of NODES)
    await expect(row(page, node).getByText("Ready", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "nodes");
});

/** Downloads the kubeconfig that the open dialog offers, and counts the nodes that kubectl sees with it. */
async function nodesByKubectl(page: Page, server: string): Promise<number> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download kubeconfig" }).click();
  const path = await (await download).path();
  expect(readFileSync(path, "utf8")).toContain(`server: ${server}`);
  const kubectl = ["kubectl", "--kubeconfig", path, "get", "nodes", "--no-headers"];
  const { stdout } = await promisify(execFile)(k3sArtifacts.binary, kubectl);
  return stdout.trim().split("\n").length;
}

test("a kubeconfig of one's own works with kubectl", async ({ panel, tab: { page } }) => {
  await page.getByRole("button", { name: "kubeconfig", exact: true }).click();
  await expectAccessible(page);
  const through = panel.url.replace("http:", "https:");
  expect(await nodesByKubectl(page, `${through}/k8s/`)).toBe(NODES.length);
  await page.getByRole("button", { name: "Directly" }).click();
  const balancer = `https://${labHosts()["lb"]}:6443`;
  expect(await nodesByKubectl(page, balancer)).toBe(NODES.length);
  await page.keyboard.press("Escape");
});

test("what runs in it is listed, and each object explained", async ({ panel, tab: { page } }) => {
  await openCluster(page, panel.url);
  const sections = page.getByRole("navigation", { name: "Sections of this cluster" });
  await sections.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("heading", { name: "Capacity" })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "cluster");
  await sections.getByRole("link", { name: "Workloads" }).click();
  await page.getByRole("link", { name: "Pods", exact: true }).click();
  await expect(page.getByText("Running").first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, "pods");
  await page
    .getByRole("link", { name: /^coredns/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Containers" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "YAML" }).click();
  await expect(page.getByText("kind: Pod")).toBeVisible();
});

test("a second run changes nothing, proved from the hosts", async ({ panel, tab: { page } }) => {
  test.setTimeout(JOB_MS);
  const before = await Promise.all(HOSTS.map(hostSnapshot));
  await openCluster(page, panel.url);
  await page.getByRole("button", { name: "More actions for this cluster" }).click();
  await page.getByRole("menuitem", { name: "Check for drift" }).click();
  await expect(page.getByText(/^Nothing to do/)).toBeVisible({ timeout: 30_000 });
  await startAndFollow(page, /^Start, 0 changes/);
  expect(await Promise.all(HOSTS.map(hostSnapshot))).toEqual(before);
});

test("a worker is added to the running cluster", async ({ panel, tab: { page } }) => {
  test.setTimeout(JOB_MS);
  await bareHost("worker3");
  await page.goto(`${panel.url}/hosts/add`);
  await addHosts(page, ["worker3"]);
  await openCluster(page, panel.url);
  await page.getByRole("button", { name: "Add a node" }).click();
  await page.getByRole("button", { name: "Read the plan" }).click();
  await startAndFollow(page, /^Start \d+ changes on/);
  await openCluster(page, panel.url);
  await expect(row(page, "worker3").getByText("Ready", { exact: true })).toBeVisible();
});

test("it leaves again, and its host is bare", async ({ panel, tab: { page } }) => {
  test.setTimeout(JOB_MS);
  await page.getByRole("button", { name: "Actions for worker3" }).click();
  await page.getByRole("menuitem", { name: /^Remove/ }).click();
  await page.getByRole("button", { name: /^Start \d+ changes? on/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove worker3" }).click();
  await expect(page.getByText("Succeeded").first()).toBeVisible({ timeout: JOB_MS });
  await openCluster(page, panel.url);
  await expect(row(page, "worker1").first()).toBeVisible();
  await expect(row(page, "worker3")).toHaveCount(0);
  const left = await exec("worker3", "ls -d /etc/rancher /var/lib/rancher/k3s /usr/local/bin/k3s");
  expect(left.stdout).toBe("");
});

test("the cluster is deleted only by its name", async ({ panel, tab: { page } }) => {
  test.setTimeout(JOB_MS);
  await page.getByRole("button", { name: "More actions for this cluster" }).click();
  await page.getByRole("menuitem", { name: /^Delete/ }).click();
  await page.getByRole("button", { name: /^Start \d+ changes on/ }).click();
  const dialog = page.getByRole("alertdialog");
  const confirm = dialog.getByRole("button", { name: "Delete gandalf" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("gandalf");
  await confirm.click();
  await expect(page.getByText("Succeeded").first()).toBeVisible({ timeout: JOB_MS });
  await page.goto(`${panel.url}/clusters`);
  await expect(page.getByRole("link", { name: "gandalf", exact: true })).toHaveCount(0);
});
