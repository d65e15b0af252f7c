import { WebSocket } from "ws";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openCookieName } from "@/lib/open-service/open-cookies";
import { ENTER_PATH } from "./enter-opening";
import { openShop, type OpenShop, readText, send, WANTED } from "./testing/open-shop";
import { startTestApp, type TestApp } from "./testing/test-app";

/** How somebody on another machine knows the panel: there, apps share its name. */
const LAN = "http://127.0.0.1.nip.test:3000";

let shop: OpenShop;
let app: TestApp;
beforeEach(async () => {
  [shop, app] = [await openShop(), await startTestApp("first")];
  shop.api.pods.set("web-1", app.port);
});
afterEach(async () => {
  await shop[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const audited = () => shop.panel.container.db.auditEntry.findMany({ orderBy: { id: "asc" } });

test("a ticket is exchanged for a cookie, and the app answers under its own address", async () => {
  const { opening, get, cookie } = await shop.browse();
  expect(opening.facts.address.origin).toMatch(/^http:\/\/[a-z0-9]{16}\.localhost:\d+$/);
  const { status, body } = await get("/page?a=1", { "accept-language": "de" });
  expect(status).toBe(200);
  const { name, url, headers } = JSON.parse(body) as { name: string; url: string; headers: object };
  expect([name, url]).toEqual(["first", "/page?a=1"]);
  expect(headers).toMatchObject({
    host: opening.facts.address.host,
    "accept-language": "de",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-proto": "http",
  });
  expect(body).not.toContain(cookie.split("=")[1]);
  expect(shop.api.asked[0]).toMatchObject({
    "impersonate-user": `gandalf:${opening.facts.user.id}`,
    "impersonate-group": "gandalf:operator",
  });
});

test("neither the panel's cookie nor the way in reaches the app, nor does the app reach them", async () => {
  const { begin, opening, cookie } = await shop.browse({ panelUrl: LAN });
  const session = `gandalf=s3cret; gandalf-open-other=s3cret; foreign=s3cret; ${cookie}`;
  const answer = await begin("/cookies", { headers: { cookie: session } });
  expect(await readText(answer)).not.toContain("s3cret");
  const { id } = opening.facts;
  expect(answer.headers["set-cookie"]).toEqual([
    `gandalf-in-${id}-sid=1; Path=/; HttpOnly`,
    `gandalf-in-${id}-gandalf=evil; Path=/api; HttpOnly`,
  ]);
  expect(answer.headers["clear-site-data"]).toBeUndefined();
});

test("without the cookie nobody gets in, and learns nothing of the app", async () => {
  const { opening, cookie, get } = await shop.browse();
  const stranger = await send(opening, "/");
  expect(stranger.statusCode).toBe(401);
  expect(stranger.headers["content-security-policy"]).toContain("default-src 'none'");
  const wrong = { cookie: `${openCookieName(opening.openedAs)}=${"x".repeat(43)}` };
  expect((await send(opening, "/", { headers: wrong })).statusCode).toBe(401);
  expect(app.received).toHaveLength(0);
  const planted = `${openCookieName(opening.openedAs)}=planted; ${cookie}`;
  expect((await get("/", { cookie: planted })).status).toBe(200);
});

test("a ticket works once, for its own app, in time, and in the browser that asked", async () => {
  const { openings, panel } = shop;
  const { opener, token } = await shop.opener(LAN);
  const other = await shop.open({ panelUrl: LAN });
  const opened = await openings.open(opener, "cluster00", WANTED);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const enter = async (ticket: string, as = token, opening = opened.value) =>
    (
      await send(opening, `${ENTER_PATH}?ticket=${ticket}`, {
        headers: { cookie: `gandalf=${as}` },
      })
    ).statusCode;
  const ticket = openings.ticket(opened.value);
  expect(await enter(ticket, "somebody-else")).toBe(403);
  expect(await enter(ticket)).toBe(303);
  expect(await enter(ticket)).toBe(403);
  expect(await enter(openings.ticket(other))).toBe(403);
  expect(await enter("")).toBe(403);
  const late = openings.ticket(opened.value);
  panel.clock.advance(31_000);
  expect(await enter(late)).toBe(403);
});

test("a name that leads here by other means is shown nothing", async () => {
  const { opening, cookie } = await shop.browse();
  for (const host of ["127.0.0.1", "evil.example.org", `evil.example.org:${80}`])
    expect((await send(opening, "/", { headers: { host, cookie } })).statusCode).toBe(404);
  expect(app.received).toHaveLength(0);
});

test("pages of other origins get nothing done, whatever they send", async () => {
  const { opening, get, begin } = await shop.browse();
  const { origin } = opening.facts.address;
  for (const foreign of ["http://localhost:3000", "http://evil.localhost:1", "null"])
    expect((await begin("/", { headers: { origin: foreign }, method: "POST" })).statusCode).toBe(
      403,
    );
  expect((await get("/", { "sec-fetch-site": "same-site" })).status).toBe(403);
  expect(app.received).toHaveLength(0);
  expect(
    (await begin("/", { headers: { origin, "content-length": "0" }, method: "POST" })).statusCode,
  ).toBe(200);
});

const socketTo = (
  browser: Awaited<ReturnType<OpenShop["browse"]>>,
  headers: Record<string, string>,
) =>
  new Promise<WebSocket | number>((resolve) => {
    const { host } = browser.opening.facts.address;
    const port = host.split(":").at(-1);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, {
      headers: { host, ...headers },
    });
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (_, answer) => resolve(answer.statusCode ?? 0));
    socket.on("error", () => {});
  });

test("WebSockets work from the app's own pages, and from nowhere else", async () => {
  const browser = await shop.browse();
  const { origin } = browser.opening.facts.address;
  const { cookie } = browser;
  expect(await socketTo(browser, { origin })).toBe(401);
  expect(await socketTo(browser, { origin: "http://localhost:3000", cookie })).toBe(403);
  expect(await socketTo(browser, { cookie })).toBe(403);
  const socket = await socketTo(browser, { origin, cookie });
  if (typeof socket === "number") throw new Error(`refused: ${socket}`);
  const echoed = new Promise((resolve) =>
    socket.on("message", (data: Buffer) => resolve(data.toString())),
  );
  socket.send("hello");
  expect(await echoed).toBe("hello");
  const closed = new Promise((resolve) => socket.on("close", resolve));
  shop.openings.close(browser.opening, "closed");
  await closed;
});

test("redirects to the app's own port lead back to its address", async () => {
  const { begin, opening } = await shop.browse({ panelUrl: LAN });
  const { headers } = await begin("/moved");
  expect(headers.location).toBe(`${opening.facts.address.origin}/there/`);
});

test("when the pod is gone the next request is answered by another one", async () => {
  await using second = await startTestApp("second");
  const { get, opening } = await shop.browse();
  expect((await get("/")).body).toContain(`"first"`);
  shop.api.pods.set("web-2", second.port);
  shop.api.kill("web-1");
  expect((await get("/")).body).toContain(`"second"`);
  expect(opening.pod).toBe("web-2");
});

test("when nothing answers, a page says why and asks again", async () => {
  const { begin } = await shop.browse();
  shop.api.kill("web-1");
  const none = await begin("/");
  expect([none.statusCode, none.headers.refresh]).toEqual([503, "3"]);
  expect(await readText(none)).toContain("Service shop/web has no pods now.");
  shop.api.pods.set("web-1", 1); // nothing listens there
  shop.panel.clock.advance(5_000);
  const refused = await begin("/");
  expect(refused.statusCode).toBe(502);
  expect(await readText(refused)).toContain("Nothing listens on port 80 of pod web-1");
  expect(
    (await begin("/", { headers: { "content-length": "0" }, method: "POST" })).headers.refresh,
  ).toBeUndefined();
  shop.api.pods.set("web-1", app.port);
  expect((await begin("/")).statusCode).toBe(200);
});

test("openings end with their session, when nobody uses them, and when their person closes them", async () => {
  const { panel, openings } = shop;
  const { opener, token } = await shop.opener();
  const opened = await openings.open(opener, "cluster00", WANTED);
  expect(opened.ok).toBe(true);
  await panel.container.sessions.close(token);
  expect(openings.list("cluster00")).toEqual([]);

  const idle = await shop.open();
  panel.clock.advance(29 * 60_000);
  await openings.recheck();
  expect(openings.list("cluster00")).toEqual([idle]);
  panel.clock.advance(2 * 60_000);
  await openings.recheck();
  expect(openings.list("cluster00")).toEqual([]);

  const demoted = await shop.browse();
  const where = { id: demoted.opening.facts.user.id };
  await panel.container.db.user.update({ where, data: { role: "viewer" } });
  await openings.recheck();
  expect((await send(demoted.opening, "/")).statusCode).toBe(404);
  await vi.waitFor(async () => expect((await audited()).length).toBe(6));
  const said = (await audited()).map(({ action, detail }) => [
    action,
    (JSON.parse(detail) as { reason?: string }).reason,
  ]);
  expect(said).toEqual([
    ["service.open", undefined],
    ["service.close", "signed-out"],
    ["service.open", undefined],
    ["service.close", "idle"],
    ["service.open", undefined],
    ["service.close", "signed-out"],
  ]);
});

test("the same app is opened once for a browser, and a person has a bounded number of apps", async () => {
  const { opener } = await shop.opener();
  const open = (name: string) => shop.openings.open(opener, "cluster00", { ...WANTED, name });
  const [first, again] = [await open("web"), await open("web")];
  expect(first.ok && again.ok && first.value === again.value).toBe(true);
  for (let more = 2; more <= 8; more += 1) expect((await open(`web-${more}`)).ok).toBe(true);
  expect(await open("web-9")).toMatchObject({ problem: { code: "input.too-large" } });
});

test("where only ports tell apps apart each gets its own, until there are none", async () => {
  const [one, two] = await Promise.all([
    shop.open({ panelUrl: LAN }),
    shop.open({ panelUrl: LAN }),
  ]);
  expect(one.facts.address.host).not.toBe(two.facts.address.host);
  const { opener } = await shop.opener(LAN);
  const third = await shop.openings.open(opener, "cluster00", WANTED);
  expect(third.ok ? "" : third.problem.detail).toMatch(/^Every port from \d+ to \d+ is in use/);
  shop.openings.close(one, "closed");
  const next = await shop.openings.open(opener, "cluster00", WANTED);
  expect(next.ok && next.value.facts.address.host).toBe(one.facts.address.host);
});

test("a port for several apps lets none leave a service worker or storage to the next", async () => {
  const who = await shop.opener(LAN);
  const opened = await shop.openings.open(who.opener, "cluster00", WANTED);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const enter = () => {
    const path = `${ENTER_PATH}?ticket=${shop.openings.ticket(opened.value)}`;
    return send(opened.value, path, { headers: { cookie: `gandalf=${who.token}` } });
  };
  const first = await enter();
  expect(first.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect((await enter()).headers["clear-site-data"]).toBeUndefined();
  const cookie = (first.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join();
  const worker = { cookie, "service-worker": "script" };
  expect((await send(opened.value, "/sw.js", { headers: worker })).statusCode).toBe(403);
});
