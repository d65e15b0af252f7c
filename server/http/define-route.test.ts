import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { fail, ok } from "@/lib/core/result";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { defineRoute } from "./define-route";

let panel: TestContainer;
beforeEach(async () => {
  panel = await testContainer();
});
afterEach(() => panel[Symbol.asyncDispose]());

const echo = defineRoute({
  permission: "hosts:write",
  params: z.object({ id: z.string().max(5) }),
  query: z.object({ deep: z.enum(["true", "false"]).default("false") }),
  body: z.object({ name: z.string().min(1, "Enter a name."), port: z.number() }),
  status: 201,
  handle: async ({ user, params, query, body, address }) =>
    ok({ by: user.role, ...params, ...query, ...body, address }),
});

test("a route without a session answers 401 and does not look at the input", async () => {
  const response = await callRoute(echo, { params: { id: "toolong" }, body: 1 });
  expect(response.status).toBe(401);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ code: "auth.required", status: 401 });
});

test("a role without the permission answers 403 and says which permission is missing", async () => {
  const { cookie } = await signedIn(panel.container, "viewer");
  const response = await callRoute(echo, { params: { id: "a" }, body: {}, cookie });
  expect(response.status).toBe(403);
  expect((await response.json()).detail).toContain("hosts:write");
});

test("parsed params, query and body reach the handler", async () => {
  const { cookie } = await signedIn(panel.container, "operator");
  const response = await callRoute(echo, {
    path: "/?deep=true",
    params: { id: "h1" },
    body: { name: "lb", port: 22, extra: 1 },
    cookie,
    address: "192.0.2.7",
  });
  expect(response.status).toBe(201);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    by: "operator",
    id: "h1",
    deep: "true",
    name: "lb",
    port: 22,
    address: "192.0.2.7",
  });
});

test("wrong input names every field with words for people", async () => {
  const { cookie } = await signedIn(panel.container, "operator");
  const response = await callRoute(echo, { params: { id: "h1" }, body: { name: "" }, cookie });
  expect(response.status).toBe(422);
  expect((await response.json()).fields).toEqual({ name: "Enter a name.", port: "Fill this in." });
});

test("a body that is too large, not JSON or sent by a form is refused", async () => {
  const { cookie } = await signedIn(panel.container, "operator");
  const send = (type: string, body: string) =>
    echo(
      new Request("http://panel.test/", {
        method: "POST",
        headers: { cookie, "content-type": type },
        body,
      }),
      { params: Promise.resolve({ id: "h1" }) },
    );
  expect((await send("application/json", `"${"x".repeat(1_100_000)}"`)).status).toBe(413);
  expect((await send("application/json", "{")).status).toBe(422);
  expect((await send("text/plain", `{"name":"a","port":1}`)).status).toBe(422);
});

test("an id that cannot be one is not found", async () => {
  const { cookie } = await signedIn(panel.container, "operator");
  const response = await callRoute(echo, { params: { id: "../../etc" }, body: {}, cookie });
  expect(response.status).toBe(404);
});

test("a public route knows nobody, nothing to say is 204, a problem keeps its status", async () => {
  const nothing = defineRoute({ permission: "public", handle: async () => ok(undefined) });
  expect((await callRoute(nothing)).status).toBe(204);
  const conflict = defineRoute({
    permission: "public",
    handle: async ({ user }) =>
      fail({
        code: "object.conflict",
        detail: user === null ? "user is null" : user.name,
        remedies: [],
      }),
  });
  const response = await callRoute(conflict);
  expect(response.status).toBe(409);
  expect((await response.json()).detail).toBe("user is null");
});

test("a bug answers with an id and shows neither its message nor its stack", async () => {
  const broken = defineRoute({
    permission: "public",
    handle: async () => {
      throw new Error("the password is hunter2");
    },
  });
  const response = await callRoute(broken);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/hunter2|at .*\.ts/);
});
