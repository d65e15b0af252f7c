import { afterEach, beforeEach, expect, test } from "vitest";
import { issueSetupToken } from "@/server/services/issue-setup-token";
import { callRoute } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { GET } from "../session/route";
import { POST } from "./route";

let panel: TestContainer;
let token: string;
beforeEach(async () => {
  panel = await testContainer();
  token = (await issueSetupToken(panel.container)) ?? "";
});
afterEach(() => panel[Symbol.asyncDispose]());

const setUp = (changes: Record<string, string> = {}) =>
  callRoute(POST, {
    body: {
      token,
      name: "Ada",
      email: "ada@example.org",
      password: "purple tractor vienna",
      ...changes,
    },
  });
const users = () => panel.container.db.user.count();

test("the holder of the link becomes the administrator and is signed in", async () => {
  const response = await setUp();
  expect(response.status).toBe(201);
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const session = await (await callRoute(GET, { cookie })).json();
  expect(session).toMatchObject({
    user: { email: "ada@example.org", role: "administrator" },
    setupNeeded: false,
  });
});

test("a wrong token creates nobody, and the database does not contain the right one", async () => {
  expect((await setUp({ token: "x".repeat(43) })).status).toBe(410);
  expect(await users()).toBe(0);
  expect(JSON.stringify(await panel.container.db.setting.findMany())).not.toContain(token);
});

test("of many at once exactly one wins", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => setUp({ email: `ada${n}@example.org` })),
  );
  expect(answers.filter((answer) => answer.status === 201).length).toBe(1);
  expect(answers.filter((answer) => answer.status === 410).length).toBe(19);
  expect(await users()).toBe(1);
});

test("the link works once, and no new one is made while an administrator exists", async () => {
  await setUp();
  expect((await setUp({ email: "eve@example.org" })).status).toBe(410);
  expect(await issueSetupToken(panel.container)).toBeNull();
});

test("a restart makes a new link and ends the old one", async () => {
  const newer = (await issueSetupToken(panel.container)) ?? "";
  expect((await setUp()).status).toBe(410);
  expect((await setUp({ token: newer })).status).toBe(201);
});

test("the link ends after a day", async () => {
  panel.clock.advance(24 * 3_600_000);
  expect((await setUp()).status).toBe(410);
});

test("a weak password is refused at its field, and the link still works", async () => {
  const short = await setUp({ password: "short" });
  expect((await short.json()).fields.password).toContain("at least 12");
  const common = await setUp({ password: "adaadaada2024" });
  expect((await common.json()).fields.password).toContain("easy to guess");
  expect((await setUp()).status).toBe(201);
});
