import { mustExec } from "@/lab/lab";
import { expectAccessible } from "./accessible";
import { expect, ONE_BY_ONE, test } from "./cluster-fixture";

test.describe.configure(ONE_BY_ONE);

/** From the moment the API is gone until the page says so. Source: the promise of docs/guide. */
const NOTICE_MS = 10_000;

test("an API that is away is said within 10 s, with what was known last", async ({
  cluster,
  tab: { page },
}) => {
  await page.goto(cluster.url("pods?namespace=kube-system"));
  const pod = page.getByRole("link", { name: /^coredns/ }).first();
  await expect(pod).toBeVisible();
  await expect(page.getByText("Live").first()).toBeVisible();
  await mustExec("lb", "systemctl stop haproxy");
  try {
    const notice = page
      .getByRole("alert")
      .filter({ has: page.getByRole("button", { name: "Try now" }) });
    await expect(notice).toBeVisible({ timeout: NOTICE_MS });
    await expect(pod).toBeVisible();
    await expect(page.getByText(/\d s old/)).toBeVisible();
    await expectAccessible(page);
  } finally {
    await mustExec("lb", "systemctl start haproxy");
  }
  await expect(page.getByRole("button", { name: "Try now" })).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/\d s old/)).toHaveCount(0);
  await expect(pod).toBeVisible();
});
