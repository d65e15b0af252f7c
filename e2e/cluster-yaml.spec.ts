import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, ONE_BY_ONE, test } from "./cluster-fixture";
import { chooseAction, objectPath, toast } from "./cluster-page";
import { kubectl, kubectlApply } from "./kubectl";
import { picture } from "./picture";
import { typeYaml } from "./yaml-editor";

/** YAML written by hand, on top of what others write at the same time. */
test.describe.configure(ONE_BY_ONE);

const NAMESPACE = "paper";
const ref = (apiVersion: string, kind: string, name: string) => ({
  ...{ apiVersion, kind, name },
  namespace: NAMESPACE,
});
const SETTINGS = ref("v1", "ConfigMap", "settings");
const SECRET = ref("v1", "Secret", "door");

/** Three objects; the config map's value must be a text, and is one only when quoted. */
const documents = (port: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: ${NAMESPACE}}
data:
  colour: green
  port: ${port}
---
apiVersion: v1
kind: Secret
metadata: {name: door, namespace: ${NAMESPACE}}
stringData: {code: friend}
---
apiVersion: v1
kind: Service
metadata: {name: gate, namespace: ${NAMESPACE}}
spec: {ports: [{port: 80}]}
`;

const result = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const tryIt = (page: Page) => page.getByRole("button", { name: "Try it" }).click();

test("of many pasted objects the wrong one is named, and none is made", async ({
  cluster,
  tab: { page },
}) => {
  await kubectl("create", "namespace", NAMESPACE);
  await page.goto(cluster.url("apply"));
  await typeYaml(page, documents("8080"));
  await tryIt(page);
  await expect(page.getByText("The cluster would refuse 1 object.")).toBeVisible();
  await expect(result(page, "settings")).toContainText("Refused");
  await expect(result(page, "door")).toContainText("Would be made");
  await expect(result(page, "gate")).toContainText("Would be made");
  await expectAccessible(page);
  await picture(page, "apply");
  expect(await kubectl("-n", NAMESPACE, "get", "services,secrets", "-o", "name")).toBe("");
});

test("mended, they are made together", async ({ tab: { page } }) => {
  await typeYaml(page, documents('"8080"'));
  await tryIt(page);
  await page.getByRole("button", { name: "Apply 3 objects" }).click();
  await expect(page.getByText("3 objects applied.")).toBeVisible();
  for (const name of ["settings", "door", "gate"])
    await expect(result(page, name)).toContainText("Made");
  await expectAccessible(page);
});

test("a secret's value is shown only when asked for", async ({ cluster, tab: { page } }) => {
  await page.goto(cluster.url(objectPath("objects", SECRET)));
  await expect(page.getByText("code", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("friend")).toHaveCount(0);
  await page.getByRole("button", { name: "Reveal the values" }).click();
  await expect(page.getByText("friend")).toBeVisible();
  await expectAccessible(page);
});

/** Somebody else changes the colour, and adds a key of their own. */
const changedByOthers = () =>
  kubectl(
    ...["-n", NAMESPACE, "patch", "configmap", "settings", "--type=merge", "-p"],
    JSON.stringify({ data: { colour: "red", size: "large" } }),
  );

test("a field that somebody else changed meanwhile is decided, side by side", async ({
  cluster,
  tab: { page },
}) => {
  await page.goto(cluster.url(objectPath("edit", SETTINGS)));
  const editor = page.getByRole("textbox", { name: "YAML" });
  await expect(editor).toContainText("colour: green");
  const opened = await editor.innerText();
  await changedByOthers();
  await typeYaml(page, opened.replace("colour: green", "colour: blue"));
  await tryIt(page);
  await expect(page.getByText("You and somebody else changed the same fields")).toBeVisible();
  const sides = page.getByRole("row").filter({ hasText: "blue" });
  await expect(sides).toContainText(["green", "blue", "red"].join(""));
  await expectAccessible(page);
  await picture(page, "conflict");
  await page.getByRole("button", { name: "Mine", exact: true }).click();
  await expect(page.getByText("The cluster would accept this change.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(toast(page, "settings is saved.")).toBeVisible();
  const stored = await kubectl("-n", NAMESPACE, "get", "configmap", "settings", "-o", "json");
  expect((JSON.parse(stored) as { data: object }).data).toEqual({
    colour: "blue",
    port: "8080",
    size: "large",
  });
});

const HTML = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>";
const SHELL = "$(reboot); `reboot` | tee /etc/passwd";
const ROLE = "<script>window.pwned=1";

test("HTML and shell in names and annotations are shown as they are", async ({
  cluster,
  tab: { page },
}) => {
  await kubectlApply(
    JSON.stringify({
      ...{ apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", rules: [] },
      metadata: {
        name: ROLE,
        namespace: NAMESPACE,
        annotations: { "club/a": HTML, "club/b": SHELL },
      },
    }),
  );
  await page.goto(cluster.url(`roles?namespace=${NAMESPACE}`));
  await page.getByRole("link", { name: ROLE }).click();
  for (const text of [HTML, SHELL])
    await expect(page.getByText(text, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "YAML" }).click();
  await expect(page.getByText("onerror=window.pwned=1").first()).toBeVisible();
  await chooseAction(page, ROLE, "Delete…");
  await expect(page.getByRole("alertdialog")).toContainText(`Delete Role ${ROLE}?`);
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
});

test("a namespace goes only by its name", async ({ cluster, tab: { page } }) => {
  const namespace = { apiVersion: "v1", kind: "Namespace", namespace: "", name: NAMESPACE };
  await page.goto(cluster.url(objectPath("objects", namespace)));
  await chooseAction(page, NAMESPACE, "Delete…");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("1 Service")).toBeVisible();
  await expectAccessible(page);
  const confirm = dialog.getByRole("button", { name: `Delete ${NAMESPACE}` });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill(NAMESPACE);
  await confirm.click();
  await expect(page.getByText("It does not exist any more")).toBeVisible({ timeout: 30_000 });
});
