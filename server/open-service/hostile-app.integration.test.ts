import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFront } from "@/server/http/front";
import { findSession } from "@/server/http/find-session";
import { ENTER_PATH } from "./enter-opening";
import { openShop, type OpenShop, WANTED } from "./testing/open-shop";

/** A name of the panel that is not the browser's own machine: apps then share it. */
const NAME = "gandalf.lan";

let shop: OpenShop;
let panel: Server;
let app: Server;
let browser: Browser;
/** What reached the app and, behind its front door, the panel. */
const appCookies: string[] = [];
const panelChanges: string[] = [];

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

beforeAll(async () => {
  shop = await openShop(4);
  const { sessions } = shop.panel.container;
  const never = () => Promise.resolve();
  panel = createFront(shop.panel.container, {
    live: (_, socket) => void socket.destroy(),
    developmentUpgrade: null,
    clusters: { request: never, upgrade: never },
    pages: Promise.resolve(async (request, response) => {
      if (request.method !== "GET") panelChanges.push(request.url ?? "");
      const { user } = await findSession(sessions, request.headers.cookie, false);
      response.setHeader("content-type", request.url === "/" ? "text/html" : "application/json");
      response.end(
        request.url === "/" ? "<title>the panel</title>" : JSON.stringify(user?.id ?? null),
      );
    }),
  });
  app = createServer((request, response) => {
    appCookies.push(request.headers.cookie ?? "");
    response.setHeader("set-cookie", "gandalf=from-the-app; Path=/; Max-Age=1000");
    response.setHeader("content-type", "text/html");
    response.end("<title>somebody's app</title>");
  });
  await Promise.all([listening(panel), listening(app)]);
  shop.api.pods.set("web-1", portOf(app));
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await shop[Symbol.asyncDispose]();
  for (const server of [panel, app]) {
    server.closeAllConnections();
    server.close();
  }
});

interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly panelUrl: string;
  readonly token: string;
  readonly userId: string;
  /** Who the panel believes this browser to be, when its own page asks. */
  whoAmI(): Promise<unknown>;
}

/** Somebody who is signed in and looks at the app. */
async function visit(name: string): Promise<Visit> {
  const panelUrl = `http://${name}:${portOf(panel)}`;
  const { opener, token } = await shop.opener(panelUrl);
  const opened = await shop.openings.open(opener, "cluster00", WANTED);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const context = await browser.newContext();
  const attributes = { httpOnly: true, sameSite: "Strict" as const };
  await context.addCookies([{ name: "gandalf", value: token, url: panelUrl, ...attributes }]);
  const own = await context.newPage();
  await own.goto(panelUrl);
  const page = await context.newPage();
  const { origin } = opened.value.facts.address;
  await page.goto(`${origin}${ENTER_PATH}?ticket=${shop.openings.ticket(opened.value)}`);
  expect(await page.title()).toBe("somebody's app");
  const whoAmI = () => own.evaluate(async () => (await fetch("/api/v1/me")).json() as unknown);
  return { context, page, panelUrl, token, userId: opener.user.id, whoAmI };
}

test.each([NAME, "localhost"])(
  "an app opened from %s neither reads, replaces nor uses the panel's session",
  async (name) => {
    const { context, page, panelUrl, token, userId, whoAmI } = await visit(name);
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.evaluate(() => {
      for (const path of ["/", "/api", "/api/v1", "/api/v1/me"])
        document.cookie = `gandalf=planted; path=${path}`;
    });
    await page.reload();
    expect(appCookies.join()).not.toContain(token);
    expect(await whoAmI()).toBe(userId);

    const tried = await page.evaluate(async (url) => {
      const soon = (word: string) =>
        new Promise<string>((resolve) => setTimeout(() => resolve(word), 5_000));
      const attempt = (call: Promise<Response>) =>
        Promise.race([
          call.then(
            (answer) => answer.type,
            (error: Error) => error.name,
          ),
          soon("no answer"),
        ]);
      const credentials = "include" as const;
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
      const socket = new WebSocket(`${url.replace("http", "ws")}/live/`);
      const refused = new Promise<string>((resolve) => (socket.onerror = () => resolve("refused")));
      return {
        read: await attempt(fetch(`${url}/api/v1/me`, { credentials })),
        change: await attempt(
          fetch(`${url}/api/v1/change`, { method: "POST", credentials, mode: "no-cors" }),
        ),
        socket: await Promise.race([refused, soon("no answer")]),
        opener: window.opener === null,
      };
    }, panelUrl);
    expect(tried).toMatchObject({ read: "TypeError", socket: "refused", opener: true });
    expect(panelChanges).toEqual([]);
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    await expect.poll(() => framed?.url()).toContain("chrome-error:");
    await context.close();
  },
  60_000,
);

test("a session of somebody else that an app plants signs nobody in", async () => {
  const { context, page, userId, whoAmI } = await visit(NAME);
  const { token: theirs } = await shop.opener();
  await page.evaluate((value) => {
    document.cookie = `gandalf=${value}; path=/api`;
  }, theirs);
  expect(await whoAmI()).toBeNull();
  await shop.panel.container.sessions.close(theirs);
  expect(await whoAmI()).toBe(userId);
  await context.close();
}, 60_000);

test("another browser has no way in", async () => {
  const { context, page } = await visit(NAME);
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  const answer = await other.goto(page.url());
  expect(answer?.status()).toBe(401);
  expect(await other.locator("h1").textContent()).toBe("This app was opened in another browser");
  await Promise.all([stranger.close(), context.close()]);
}, 60_000);
