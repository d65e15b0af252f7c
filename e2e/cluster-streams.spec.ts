import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, ONE_BY_ONE, test } from "./cluster-fixture";
import { objectPath } from "./cluster-page";
import { kubectl, kubectlApply } from "./kubectl";
import { picture } from "./picture";

/** Logs and shells of pods that talk. */
test.describe.configure(ONE_BY_ONE);

const NAMESPACE = "talk";
const HTML = "<img src=x onerror=window.pwned=1>";
const CHOIR = { apiVersion: "apps/v1", kind: "Deployment", namespace: NAMESPACE, name: "choir" };
const labels = { app: CHOIR.name };

/** Says its name once, then a number and some HTML each second. */
const SONG = `echo "$HOSTNAME sings"; n=0; while sleep 1; do n=$((n+1)); echo "$n ${HTML}"; done`;

const manifests = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE } },
  {
    ...{ apiVersion: CHOIR.apiVersion, kind: CHOIR.kind },
    metadata: { name: CHOIR.name, namespace: NAMESPACE },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          terminationGracePeriodSeconds: 1,
          containers: [{ name: "voice", image: "busybox:lab", command: ["sh", "-c", SONG] }],
        },
      },
    },
  },
];

const pods = async () => {
  const names = await kubectl("-n", NAMESPACE, "get", "pods", "-o", "name");
  return names.split("\n").map((line) => line.replace("pod/", ""));
};

/** A line of what they go on saying, as it was written. */
const verse = (page: Page) =>
  page
    .getByRole("log")
    .getByText(new RegExp(`^\\d+ ${HTML}$`))
    .first();

test("logs of several pods are one, and are searched", async ({ cluster, tab: { page } }) => {
  await kubectlApply(JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests }));
  await kubectl("-n", NAMESPACE, "rollout", "status", "deployment/choir", "--timeout=150s");
  await page.goto(cluster.url(objectPath("objects", CHOIR)));
  await page.getByRole("link", { name: "Logs" }).click();
  await expect(page.getByText("3 containers in 3 pods of talk.")).toBeVisible();
  await expect(verse(page)).toBeVisible();
  await page.getByRole("searchbox", { name: "Find in this log" }).fill("sings");
  for (const match of ["2 of 3", "3 of 3", "1 of 3"]) {
    await page.getByRole("button", { name: "Next match" }).click();
    await expect(page.getByText(match)).toBeVisible();
    await expect(page.getByRole("log").getByText("sings").first()).toBeVisible();
  }
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  await expectAccessible(page);
  await picture(page, "logs");
});

test("a pod that goes while its log streams leaves its lines", async ({
  cluster,
  tab: { page },
}) => {
  const [pod = ""] = await pods();
  const place = new URLSearchParams({ namespace: NAMESPACE, pod });
  await page.goto(cluster.url(`logs?${place}`));
  await expect(verse(page)).toBeVisible();
  await kubectl("-n", NAMESPACE, "delete", "pod", pod);
  await expect(page.getByText("Ended", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(verse(page)).toBeVisible();
  await expectAccessible(page);
});

test("a shell in a container is still there after a reload", async ({ cluster, tab: { page } }) => {
  const [pod = ""] = await pods();
  const ref = { apiVersion: "v1", kind: "Pod", namespace: NAMESPACE, name: pod };
  await page.goto(cluster.url(objectPath("objects", ref)));
  await page.getByRole("link", { name: "Shell", exact: true }).click();
  await expect(page.getByText("Connected")).toBeVisible();
  const screen = page.getByRole("application");
  await screen.click();
  await page.keyboard.type("cd /tmp; echo said-$((20+3))\n");
  await expect(screen).toContainText("said-23");
  await expectAccessible(page);
  await picture(page, "shell");
  await page.reload();
  await expect(screen).toContainText("said-23");
  await screen.click();
  await page.keyboard.type("pwd\n");
  await expect(screen).toContainText("/tmp #");
  await page.getByRole("button", { name: "End" }).click();
  await expect(page.getByText("The shell was ended.")).toBeVisible();
  await kubectl("delete", "namespace", NAMESPACE, "--wait=false");
});
