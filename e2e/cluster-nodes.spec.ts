import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, ONE_BY_ONE, test } from "./cluster-fixture";
import { chooseAction, toast } from "./cluster-page";
import { kubectl, kubectlApply } from "./kubectl";
import { picture } from "./picture";

/** Taking a node out of service and back, with somebody in the way. */
test.describe.configure(ONE_BY_ONE);

const NODE = "worker1";
const NAMESPACE = "guard";
const labels = { app: "guard" };

/** Two copies that would rather stand on the node, and a budget that lets none go. */
const manifests = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } },
  {
    ...{ apiVersion: "apps/v1", kind: "Deployment" },
    metadata: { name: "guard", namespace: NAMESPACE },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          terminationGracePeriodSeconds: 1,
          containers: [{ name: "guard", image: "busybox:lab", command: ["sleep", "3600"] }],
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  weight: 100,
                  preference: {
                    matchExpressions: [
                      { key: "kubernetes.io/hostname", operator: "In", values: [NODE] },
                    ],
                  },
                },
              ],
            },
          },
        },
      },
    },
  },
  {
    ...{ apiVersion: "policy/v1", kind: "PodDisruptionBudget" },
    metadata: { name: "guard", namespace: NAMESPACE },
    spec: { minAvailable: 2, selector: { matchLabels: labels } },
  },
];

const row = (page: Page) => page.getByRole("row").filter({ hasText: NODE });

test("a budget in the way is named before a drain", async ({ cluster, tab: { page } }) => {
  await kubectlApply(JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests }));
  await kubectl("-n", NAMESPACE, "rollout", "status", "deployment/guard", "--timeout=150s");
  await page.goto(cluster.url("nodes"));
  await chooseAction(page, NODE, "Drain…");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("Budget guard/guard allows none to leave")).toBeVisible();
  await expect(dialog.getByText("2 pods here fall under it")).toBeVisible();
  await expectAccessible(page);
  await picture(page, "drain");
  await dialog.getByRole("button", { name: `Drain ${NODE}` }).click();
});

test("the drain waits for it, and gives the node back when it is cancelled", async ({
  tab: { page },
}) => {
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Kept by a budget").first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, "draining");
  await dialog.getByRole("button", { name: "Cancel and uncordon" }).click();
  await expect(dialog.getByText("Cancelled")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(row(page).getByText("Ready", { exact: true })).toBeVisible();
});

test("without the budget every pod leaves", async ({ tab: { page } }) => {
  await kubectl("-n", NAMESPACE, "delete", "poddisruptionbudget", "guard");
  await chooseAction(page, NODE, "Drain…");
  const drain = page.getByRole("alertdialog").getByRole("button", { name: `Drain ${NODE}` });
  await drain.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Drained")).toBeVisible({ timeout: 45_000 });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  const where = ["-o", "jsonpath={.items[*].spec.nodeName}"];
  const nodes = await kubectl(
    "-n",
    NAMESPACE,
    "get",
    "pods",
    "--field-selector",
    "status.phase!=Succeeded",
    ...where,
  );
  expect(nodes).not.toContain(NODE);
});

test("it is uncordoned and cordoned again", async ({ tab: { page } }) => {
  for (const [action, state] of [
    ["Uncordon", "Ready"],
    ["Cordon", "Cordoned"],
    ["Uncordon", "Ready"],
  ] as const) {
    await chooseAction(page, NODE, `${action}…`);
    await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
    await expect(row(page).getByText(state, { exact: true })).toBeVisible();
  }
});

test("its labels and taints are lines of text", async ({ tab: { page } }) => {
  const dialog = page.getByRole("dialog");
  await chooseAction(page, NODE, "Labels…");
  await dialog.getByRole("textbox").fill("disk=ssd\nnot a label");
  await expect(dialog.getByText("not a label is not a label")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill("disk=ssd\nclub.example/room=east");
  await dialog.getByRole("button", { name: "Save labels" }).click();
  await expect(toast(page, `The labels of ${NODE} are saved.`)).toBeVisible();
  await chooseAction(page, NODE, "Taints…");
  await dialog.getByRole("textbox").fill("club=only:NoSchedule");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save taints" }).click();
  await expect(toast(page, `The taints of ${NODE} are saved.`)).toBeVisible();
  await expect(page.getByText(`Taint on ${NODE}: club=only:NoSchedule`)).toBeVisible();
  const shown = await kubectl(
    "get",
    "node",
    NODE,
    "-o",
    "jsonpath={.metadata.labels.disk} {.spec.taints[*].key}",
  );
  expect(shown).toBe("ssd club");
  await kubectl("taint", "node", NODE, "club-");
  await kubectl("delete", "namespace", NAMESPACE, "--wait=false");
});
