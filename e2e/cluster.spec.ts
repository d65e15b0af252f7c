import type { Page } from "@playwright/test";
import { giveAppImages } from "@/lab/app-images";
import { expectAccessible } from "./accessible";
import { expect, ONE_BY_ONE, test } from "./cluster-fixture";
import { chooseAction, objectPath, toast } from "./cluster-page";
import { picture } from "./picture";

/** An app's whole life, as somebody lives it who never typed kubectl. Each test goes on where the one before ended. */
test.describe.configure(ONE_BY_ONE);

const IMAGE = "nginx:1.14.2";
const BROKEN = `${IMAGE}2`;
const DEPLOYMENT = { apiVersion: "apps/v1", kind: "Deployment", namespace: "club", name: "shop" };
/** The lab has no way out: which of both it is the registry cannot say. */
const REASON = `${BROKEN} cannot be had from docker.io. Check its name, and that the node reaches the registry.`;
const COPIES = 10;
const WORKERS = ["worker1", "worker2"];

const deployment = objectPath("objects", DEPLOYMENT);
const rollout = objectPath("rollout", DEPLOYMENT);

/** Opens the nginx template for the app, with its own answers for all else. */
async function openTemplate(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Name", { exact: true }).fill(DEPLOYMENT.name);
  await page.getByLabel("Namespace").fill(DEPLOYMENT.namespace);
}

/** The rollout page says that so many copies are ready, and that it is done. */
async function expectReady(page: Page, copies: number): Promise<void> {
  await expect(page.getByText(`${copies} of ${copies} ready`)).toBeVisible({
    timeout: 120_000,
  });
  await expect(page.getByText("Ready", { exact: true }).first()).toBeVisible();
}

test("nginx × 10 comes from its template", async ({ cluster, tab: { page } }) => {
  await giveAppImages(WORKERS, ["nginx"]);
  await page.goto(cluster.url("deploy"));
  await expectAccessible(page);
  await page.getByRole("link", { name: /nginx 1\.14\.2/ }).click();
  await expect(page).toHaveURL(/deploy\/nginx$/);
  await openTemplate(page, page.url());
  await expect(page.getByText("Namespace club is made with it.")).toBeVisible();
  await expect(page.getByText("The cluster would accept 3 of 3 objects")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "deploy");
  await page.getByRole("button", { name: `Deploy ${COPIES} copies` }).click();
  await expect(page).toHaveURL(/\/rollout\?/);
  await expectReady(page, COPIES);
  await expectAccessible(page);
});

test("it is scaled down and up again", async ({ tab: { page } }) => {
  for (const copies of [4, COPIES]) {
    await page.getByRole("button", { name: "Scale…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Copies").fill(String(copies));
    await expectAccessible(page);
    await dialog.getByRole("button", { name: `Scale to ${copies}` }).click();
    await expect(toast(page, `shop is scaled to ${copies}.`)).toBeVisible();
    await expectReady(page, copies);
  }
});

test("an image that does not exist says so on every page", async ({ cluster, tab: { page } }) => {
  await openTemplate(page, cluster.url("deploy/nginx"));
  await page.getByLabel("Image").fill(BROKEN);
  await expect(page.getByText("Changes what is there:")).toBeVisible();
  await page.getByRole("button", { name: `Deploy ${COPIES} copies` }).click();
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(page.getByText("The old copies go on answering")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "rollout");
  await page.goto(cluster.url("pods?namespace=club&trouble=yes"));
  await expect(page.getByText(REASON).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(cluster.url("deployments?namespace=club"));
  await expect(page.getByText(REASON)).toBeVisible();
  await page.getByRole("link", { name: "shop", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Conditions" })).toBeVisible();
  await expect(page.getByText(REASON).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, "object");
});

test("it is rolled back, with what that changes shown first", async ({
  cluster,
  tab: { page },
}) => {
  await page.goto(cluster.url(rollout));
  await page.getByRole("button", { name: "Roll back…" }).click();
  const dialog = page.getByRole("dialog");
  const difference = dialog.getByRole("region", { name: "Difference of pod template" });
  for (const image of [BROKEN, IMAGE])
    await expect(difference.getByText(`image: ${image}`, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await picture(page, "rollback");
  await dialog.getByRole("button", { name: "Roll back to 1" }).click();
  await expect(toast(page, "shop goes back to revision 1.")).toBeVisible();
  await expectReady(page, COPIES);
});

test("a search in a list stays in its address", async ({ cluster, tab: { page } }) => {
  await page.goto(cluster.url("pods"));
  await page.getByRole("searchbox").fill("shop");
  await expect(page).toHaveURL(/search=shop/);
  await expect(page.getByText(/^10 of \d+/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("shop");
  await expect(page.getByText(/^10 of \d+/).first()).toBeVisible();
});

test("deleting says first what goes with it", async ({ cluster, tab: { page } }) => {
  await page.goto(cluster.url(deployment));
  await chooseAction(page, "shop", "Delete…");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("10 pods end")).toBeVisible();
  await expect(dialog.getByText("1 service has no pod left")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "delete");
  await dialog.getByRole("button", { name: "Delete shop" }).click();
  await expect(toast(page, "Deployment shop is deleted.")).toBeVisible();
  await expect(page.getByText("It does not exist any more")).toBeVisible();
});
