import { giveAppImages } from "@/lab/app-images";
import { expectAccessible } from "./accessible";
import { expect, ONE_BY_ONE, test } from "./cluster-fixture";
import { chooseAction, objectPath, toast } from "./cluster-page";
import { kubectl } from "./kubectl";
import { picture } from "./picture";

/** A site with a database and two volumes, from its template to its end, without kubectl. */
test.describe.configure(ONE_BY_ONE);

const NAMESPACE = "blogs";
const deployment = (name: string) => ({
  ...{ apiVersion: "apps/v1", kind: "Deployment", namespace: NAMESPACE, name },
});
const SITE = deployment("wordpress");
const DATABASE = deployment("wordpress-database");
/** A cold MariaDB on two busy cores. */
const UP = { timeout: 120_000 };

test("WordPress comes up with its database", async ({ cluster, tab: { page } }) => {
  await giveAppImages(["worker1", "worker2"], ["wordpress", "mariadb"]);
  await page.goto(cluster.url("deploy/wordpress"));
  await page.getByLabel("Namespace").fill(NAMESPACE);
  await expect(page.getByText(`Namespace ${NAMESPACE} is made with it.`)).toBeVisible();
  await expect(page.getByText(/The cluster would accept (\d+) of \1 objects/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, "wordpress");
  await page.getByRole("button", { name: /^Deploy/ }).click();
  await expect(page).toHaveURL(/\/rollout\?/);
  await expect(page.getByText("1 of 1 ready")).toBeVisible(UP);
  await page.goto(cluster.url(objectPath("rollout", DATABASE)));
  await expect(page.getByText("1 of 1 ready")).toBeVisible(UP);
});

test("its installation page opens in the browser", async ({ cluster, tab: { page } }) => {
  await page.goto(cluster.url(objectPath("rollout", SITE)));
  await page.getByRole("button", { name: "Open in browser" }).click();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("dialog").getByRole("button", { name: "Open port 80" }).click();
  const blog = await opened;
  await expect(blog).toHaveTitle(/WordPress/);
  await expect(blog).toHaveURL(/install\.php/);
  await expect(blog.getByRole("button", { name: /Continue|Install WordPress/ })).toBeVisible();
  await blog.close();
});

test("its volumes are named before it is deleted, and are left behind", async ({
  cluster,
  tab: { page },
}) => {
  for (const ref of [SITE, DATABASE]) {
    await page.goto(cluster.url(objectPath("objects", ref)));
    await chooseAction(page, ref.name, "Delete…");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByText("1 volume claim left behind")).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: `Delete ${ref.name}` }).click();
    await expect(toast(page, `Deployment ${ref.name} is deleted.`)).toBeVisible();
  }
  const claims = await kubectl("-n", NAMESPACE, "get", "pvc", "-o", "name");
  expect(claims.split("\n").toSorted()).toEqual([
    "persistentvolumeclaim/wordpress-database",
    "persistentvolumeclaim/wordpress-files",
  ]);
});

test("deleting its namespace says that their data is lost", async ({ cluster, tab: { page } }) => {
  const ref = { apiVersion: "v1", kind: "Namespace", namespace: "", name: NAMESPACE };
  await page.goto(cluster.url(objectPath("objects", ref)));
  await chooseAction(page, NAMESPACE, "Delete…");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("The data of 2 volumes")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill(NAMESPACE);
  await dialog.getByRole("button", { name: `Delete ${NAMESPACE}` }).click();
  await expect(toast(page, `Namespace ${NAMESPACE} is deleted.`)).toBeVisible();
});
