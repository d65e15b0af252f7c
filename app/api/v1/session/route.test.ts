import { afterEach, beforeEach, expect, test } from "vitest";
import { SESSION_IDLE_MS, SESSION_MAX_MS } from "@/server/auth/sessions";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { DELETE, GET, POST } from "./route";

const PASSWORD = "correct horse battery";

let panel: TestContainer;
let email: string;
beforeEach(async () => {
  panel = await testContainer();
  const { id } = await signedIn(panel.container, "operator");
  email = (await panel.container.db.user.findUniqueOrThrow({ where: { id } })).email;
});
afterEach(() => panel[Symbol.asyncDispose]());

const signIn = (changes: {
  password?: string;
  email?: string;
  cookie?: string;
  address?: string;
}) =>
  callRoute(POST, {
    body: { email: changes.email ?? email, password: changes.password ?? PASSWORD },
    ...(changes.cookie === undefined ? {} : { cookie: changes.cookie }),
    ...(changes.address === undefined ? {} : { address: changes.address }),
  });

const cookieOf = (response: Response) =>
  (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const who = async (cookie: string) => (await (await callRoute(GET, { cookie })).json()).user;

test("the right password opens a session in a cookie that scripts and other sites never get", async () => {
  const response = await signIn({});
  expect(response.status).toBe(200);
  expect(response.headers.get("set-cookie")).toMatch(
    /^gandalf=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
  );
  expect(await who(cookieOf(response))).toMatchObject({ email, role: "operator" });
});

test("the e-mail's case does not matter, and the database holds no token", async () => {
  const response = await signIn({ email: email.toUpperCase() });
  const token = cookieOf(response).replace("gandalf=", "");
  const rows = await panel.container.db.session.findMany();
  expect(rows.length).toBe(2);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a wrong password and an unknown e-mail get the very same answer", async () => {
  const wrong = await signIn({ password: "wrong" });
  const unknown = await signIn({ email: "nobody@example.org" });
  expect(wrong.status).toBe(401);
  expect(unknown.status).toBe(401);
  expect(await wrong.text()).toBe(await unknown.text());
});

test("a disabled account cannot sign in, and its open session is over", async () => {
  const cookie = cookieOf(await signIn({}));
  await panel.container.db.user.update({ where: { email }, data: { disabledAt: new Date() } });
  expect((await signIn({})).status).toBe(401);
  expect(await who(cookie)).toBeNull();
});

test("signing in replaces the session the browser brought: a planted one is worth nothing", async () => {
  const planted = cookieOf(await signIn({}));
  const mine = cookieOf(await signIn({ cookie: planted }));
  expect(mine).not.toBe(planted);
  expect(await who(planted)).toBeNull();
  expect(await who(mine)).not.toBeNull();
  const invented = `gandalf=${"A".repeat(43)}`;
  expect(cookieOf(await signIn({ cookie: invented }))).not.toBe(invented);
});

test("a session ends after twelve idle hours, and after thirty days however busy", async () => {
  const idle = cookieOf(await signIn({}));
  panel.clock.advance(SESSION_IDLE_MS - 1000);
  expect(await who(idle)).not.toBeNull();
  panel.clock.advance(SESSION_IDLE_MS - 1000);
  expect(await who(idle)).not.toBeNull();
  panel.clock.advance(SESSION_IDLE_MS + 1000);
  expect(await who(idle)).toBeNull();

  const busy = cookieOf(await signIn({}));
  for (let passed = 0; passed < SESSION_MAX_MS; passed += SESSION_IDLE_MS / 2) {
    expect(await who(busy)).not.toBeNull();
    panel.clock.advance(SESSION_IDLE_MS / 2);
  }
  expect(await who(busy)).toBeNull();
  expect(await panel.container.sessions.sweep()).toBeGreaterThan(0);
  expect(await panel.container.db.session.count()).toBe(0);
});

test("reading pages writes the session at most once a minute", async () => {
  const cookie = cookieOf(await signIn({}));
  const seen = async () =>
    (await panel.container.db.session.findFirstOrThrow({ orderBy: { lastSeenAt: "desc" } }))
      .lastSeenAt;
  const before = await seen();
  panel.clock.advance(59_000);
  await who(cookie);
  expect(await seen()).toEqual(before);
  panel.clock.advance(2000);
  await who(cookie);
  expect(await seen()).not.toEqual(before);
});

test("signing out ends this session; everywhere ends them all", async () => {
  const [one, two, three] = [await signIn({}), await signIn({}), await signIn({})].map(cookieOf);
  const out = await callRoute(DELETE, { method: "DELETE", cookie: one ?? "" });
  expect(out.status).toBe(204);
  expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
  expect(await who(one ?? "")).toBeNull();
  expect(await who(two ?? "")).not.toBeNull();
  await callRoute(DELETE, { method: "DELETE", path: "/?everywhere=true", cookie: two ?? "" });
  expect(await who(three ?? "")).toBeNull();
});

test("guesses at one account wait longer and longer, wherever they come from", async () => {
  for (let guess = 0; guess < 5; guess += 1)
    expect((await signIn({ password: "wrong", address: `198.51.100.${guess}` })).status).toBe(401);
  const limited = await signIn({ address: "198.51.100.77" });
  expect(limited.status).toBe(429);
  expect(limited.headers.get("retry-after")).toBe("1");
  panel.clock.advance(1000);
  expect((await signIn({ password: "wrong" })).status).toBe(401);
  expect((await signIn({})).headers.get("retry-after")).toBe("2");
  panel.clock.advance(2000);
  expect((await signIn({})).status).toBe(200);
});

test("guesses from one address at many accounts are limited too, and other addresses are not", async () => {
  for (let guess = 0; guess < 20; guess += 1)
    await signIn({ email: `user${guess}@example.org`, password: "wrong", address: "203.0.113.5" });
  expect((await signIn({ address: "203.0.113.5" })).status).toBe(429);
  expect((await signIn({ address: "203.0.113.6" })).status).toBe(200);
});

test("a whole IPv6 customer counts as one address", async () => {
  for (let guess = 0; guess < 20; guess += 1)
    await signIn({
      email: `u${guess}@example.org`,
      password: "x",
      address: `2001:db8::${guess + 1}`,
    });
  expect((await signIn({ address: "2001:db8::ffff" })).status).toBe(429);
  expect((await signIn({ address: "2001:db8:0:1::1" })).status).toBe(200);
});

test("guesses sent all at once are counted before the first is answered", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => signIn({ password: "wrong", address: `198.51.100.${n}` })),
  );
  expect(answers.filter((answer) => answer.status === 401).length).toBe(5);
});

test("refused and accepted sign-ins are in the audit, without what was typed", async () => {
  await signIn({ password: "my-secret-typo" });
  await signIn({ email: "not-a-user-but-a-password@example.org" });
  await signIn({});
  const entries = await panel.container.db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(entries.map((entry) => entry.action)).toEqual([
    "session.refuse",
    "session.refuse",
    "session.open",
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/my-secret-typo|not-a-user/);
});
