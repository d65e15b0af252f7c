import { request as httpRequest, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import type { Readable } from "node:stream";
import type { OpenInput } from "@/lib/schemas/opening";
import { signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { tokenHash } from "@/server/auth/token";
import { ENTER_PATH } from "../enter-opening";
import type { Opening } from "../opening";
import { type Opener, Openings } from "../openings";
import type { Clusters } from "../way-to-app";
import { ForwardApi } from "./forward-api";

const CLUSTER = "cluster00";
/** The shop's service. */
export const WANTED: OpenInput = {
  ...{ namespace: "shop", name: "web", port: 80 },
  kind: "Service",
  scheme: "http",
};

/** A port of this machine that nobody uses now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

type Headers = Record<string, string>;

/** Somebody's browser, as far as one opening sees it. */
export interface Browser {
  readonly opening: Opening;
  /** Of this opening. */
  readonly cookie: string;
  begin(path: string, sent?: Sent): Promise<IncomingMessage>;
  get(path: string, headers?: Headers): Promise<{ status: number; body: string }>;
}

interface Wish {
  readonly panelUrl?: string;
  readonly wanted?: OpenInput;
}

/** A panel that opens apps of one cluster. */
export interface OpenDesk extends AsyncDisposable {
  readonly panel: TestContainer;
  readonly openings: Openings;
  /** Somebody new, signed in. */
  opener(panelUrl?: string): Promise<{ opener: Opener; token: string }>;
  open(wish?: Wish): Promise<Opening>;
  /** Opens the service and goes in. */
  browse(wish?: Wish): Promise<Browser>;
}

/** With a shop behind it: one service, and whatever pods a test adds. */
export interface OpenShop extends OpenDesk {
  readonly api: ForwardApi;
}

interface Sent {
  readonly headers?: Headers;
  readonly method?: string;
  readonly body?: Readable;
}

/** Sends as written, to the port behind the opening's address. */
export function send(opening: Opening, path: string, sent: Sent = {}): Promise<IncomingMessage> {
  const { host } = opening.facts.address;
  const { headers = {}, method = "GET", body } = sent;
  return new Promise((resolve, reject) => {
    const port = Number(host.split(":").at(-1));
    const asked = httpRequest({ host: "127.0.0.1", port, path, method, agent: false });
    for (const [name, value] of Object.entries({ host, ...headers })) asked.setHeader(name, value);
    asked.on("response", resolve).on("error", reject);
    if (body === undefined) asked.end();
    else body.pipe(asked);
  });
}

/** The whole body. */
export async function readText(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer.setEncoding("utf8") as AsyncIterable<string>) text += chunk;
  return text;
}

/** The Cookie header that a browser makes of an answer's Set-Cookie. */
const cookieOf = (answer: IncomingMessage): string =>
  (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");

/** Opens apps of that cluster, on that many ports. */
export async function openDesk(kube: Clusters, ports = 2): Promise<OpenDesk> {
  const openPorts = await Promise.all(Array.from({ length: ports }, freePort));
  const panel = await testContainer({ openPorts });
  const openings = new Openings({ ...panel.container, kube });

  const opener = async (panelUrl = "http://127.0.0.1:3000") => {
    const { id, token } = await signedIn(panel.container, "operator");
    const user = { id, name: "An operator", role: "operator" as const };
    const sessionHash = tokenHash(token);
    return { opener: { user, sessionHash, address: "192.0.2.1", panel: new URL(panelUrl) }, token };
  };
  const open = async (who: Opener, wanted: OpenInput = WANTED) => {
    const opened = await openings.open(who, CLUSTER, wanted);
    if (!opened.ok) throw new Error(opened.problem.detail);
    return opened.value;
  };

  return {
    ...{ panel, openings, opener },
    open: async ({ panelUrl, wanted } = {}) => open((await opener(panelUrl)).opener, wanted),
    browse: async ({ panelUrl, wanted } = {}) => {
      const who = await opener(panelUrl);
      const opening = await open(who.opener, wanted);
      const path = `${ENTER_PATH}?ticket=${openings.ticket(opening)}`;
      const session = { cookie: `gandalf=${who.token}` };
      const cookie = cookieOf(await send(opening, path, { headers: session }));
      const begin: Browser["begin"] = (to, options = {}) =>
        send(opening, to, { ...options, headers: { cookie, ...options.headers } });
      return {
        ...{ opening, cookie, begin },
        get: async (to, headers = {}) => {
          const answer = await begin(to, { headers });
          return { status: answer.statusCode ?? 0, body: await readText(answer) };
        },
      };
    },
    [Symbol.asyncDispose]: () => panel[Symbol.asyncDispose](),
  };
}

/** Opens the shop with that many ports for apps. */
export async function openShop(ports = 2): Promise<OpenShop> {
  const api = await ForwardApi.start();
  const desk = await openDesk(api.kube, ports);
  return {
    ...{ ...desk, api },
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}
