import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { GET as panelState } from "@/app/api/v1/panel/route";
import { POST as signIn } from "@/app/api/v1/session/route";
import { ok } from "@/lib/core/result";
import { folders } from "@/server/config";
import { defineRoute } from "@/server/http/define-route";
import { checkReadiness } from "@/server/http/readiness";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { mayMount, smallDisk } from "@/server/testing/small-disk";
import { type TestContainer, testContainer } from "@/server/testing/test-container";

const ROOT = join(import.meta.dirname, "../..");
const MIB = 1_048_576;

let disk: ReturnType<typeof smallDisk>;
let panel: TestContainer;
beforeEach(async () => {
  if (!mayMount) return;
  disk = smallDisk(100 * 1024);
  panel = await testContainer(folders(ROOT, disk.folder));
});
afterEach(async () => {
  if (!mayMount) return;
  await panel.container.lifecycle.stop();
  disk.remove();
});

const fill = (bytes: number) =>
  writeFileSync(join(disk.folder, "something-else"), Buffer.alloc(bytes));
const free = () => rmSync(join(disk.folder, "something-else"));

/** Fills the disk to the last byte. */
function fillUp() {
  try {
    fill(200 * MIB);
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe("ENOSPC");
  }
}

const write = defineRoute({
  permission: "hosts:write",
  body: z.object({ value: z.string() }),
  handle: async ({ container, body }) => {
    await container.db.setting.create({ data: { key: "written", value: body.value } });
    return ok(undefined);
  },
});

const onDisk = test.skipIf(!mayMount);

onDisk(
  "a change is refused while the disk is nearly full, and taken when there is room again",
  async () => {
    const { cookie } = await signedIn(panel.container, "operator");
    const said: string[] = [];
    panel.container.bus.on("panel.changed", () => said.push("changed"));
    fill(60 * MIB);
    const refused = await callRoute(write, { cookie, body: { value: "1" } });
    expect(refused.status).toBe(507);
    const problem = (await refused.json()) as { code: string; detail: string };
    expect(problem.code).toBe("panel.disk-full");
    expect(problem.detail).toMatch(new RegExp(`${disk.folder} has only \\d+ MB left`));
    expect(await panel.container.db.setting.count({ where: { key: "written" } })).toBe(0);

    const state = await callRoute(panelState, { cookie });
    expect(await state.json()).toMatchObject({ disk: { folder: disk.folder, readOnly: true } });
    expect(await checkReadiness(panel.container)).toMatchObject({
      ok: false,
      problem: { code: "panel.disk-full" },
    });

    free();
    expect((await callRoute(write, { cookie, body: { value: "1" } })).status).toBe(204);
    expect(await checkReadiness(panel.container)).toEqual({ ok: true, value: undefined });
    expect(said).toEqual(["changed", "changed"]);
  },
);

onDisk("with no byte left, reading goes on and signing in names the disk", async () => {
  const { cookie } = await signedIn(panel.container, "viewer");
  fillUp();
  panel.clock.advance(2 * 60_000); // noting the activity is due, and cannot be written
  expect((await callRoute(panelState, { cookie })).status).toBe(200);
  const body = { email: "nobody@example.org", password: "correct horse battery" };
  const answer = await callRoute(signIn, { body });
  expect(await answer.json()).toMatchObject({ code: "panel.disk-full", status: 507 });
});
