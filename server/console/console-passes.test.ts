import { expect, test, vi } from "vitest";
import { reveal } from "@/lib/core/secret";
import { tokenHash } from "@/server/auth/token";
import { signedIn } from "@/server/testing/call-route";
import { testContainer } from "@/server/testing/test-container";
import { createConsolePasses } from "./console-passes";

test("a pass is its owner's, with the role of now, for as long as session and console last", async () => {
  await using panel = await testContainer();
  const { db, sessions } = panel.container;
  const passes = createConsolePasses(sessions);
  const { id: userId, token: session } = await signedIn(panel.container, "operator");
  const issue = (id: string) =>
    reveal(passes.issue({ id, name: "console", clusterId: "c1", sessionHash: tokenHash(session) }));
  const token = issue("one");
  const other = issue("two");
  expect(await passes.find(token, "")).toMatchObject({
    id: "one",
    clusterId: "c1",
    user: { id: userId, role: "operator" },
  });
  expect(await passes.find("x".repeat(43), "")).toBeNull();

  const end = vi.fn();
  passes.streams.add("one", { role: "operator", end });
  await passes.recheck();
  expect(end).not.toHaveBeenCalled();
  await db.user.update({ where: { id: userId }, data: { role: "viewer" } });
  await passes.recheck();
  expect(end).toHaveBeenCalledOnce();
  expect((await passes.find(token, ""))?.user.role).toBe("viewer");

  passes.withdraw("one");
  expect(await passes.find(token, "")).toBeNull();
  expect(await passes.find(other, "")).not.toBeNull();
  await sessions.close(session);
  expect(await passes.find(other, "")).toBeNull();
  passes.stop();
});
