import { request as httpRequest, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { tokenHash } from "@/server/auth/token";
import { ENTER_PATH } from "../enter-opening";
import type { Opening } from "../opening";
import { Openings } from "../openings";
import { ForwardApi } from "./forward-api";

const CLUSTER = "cluster00";
export const WANTED = {
  ...{ kind: "Service", namespace: "shop", name: "web", port: 80, scheme: "http" },
} as const;

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
  begin(path: string, headers?: Headers, method?: string): Promise<IncomingMessage>;
  get(path: string, headers?: Headers): Promise<{ status: number; body: string }>;
}

/** A panel with a shop behind it: one service, and whatever pods a test adds. */
export interface OpenShop extends AsyncDisposable {
  readonly panel: TestContainer;
  readonly api: ForwardApi;
  readonly openings: Openings;
  /** Somebody new, signed in. */
  opener(panelUrl?: string): Promise<{ opener: Parameters<Openings["open"]>[0]; token: string }>;
  open(panelUrl?: string): Promise<Opening>;
  /** Opens the service and goes in. */
  browse(panelUrl?: string): Promise<Browser>;
}

/** Sends as written, to the port behind the opening's address. */
export function send(
  opening: Opening,
  path: string,
  options: { headers?: Headers; method?: string } = {},
) {
  const { host } = opening.facts.address;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const { headers = {}, method = "GET" } = options;
    const port = Number(host.split(":").at(-1));
    const sent = httpRequest({ host: "127.0.0.1", port, path, method, agent: false });
    for (const [name, value] of Object.entries({ host, ...headers })) sent.setHeader(name, value);
    sent.on("response", resolve).on("error", reject).end();
  });
}

export async function readText(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer.setEncoding("utf8") as AsyncIterable<string>) text += chunk;
  return text;
}

/** The Cookie header that a browser makes of an answer's Set-Cookie. */
const cookieOf = (answer: IncomingMessage): string =>
  (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");

/** Opens the shop with that many ports for apps. */
export async function openShop(ports = 2): Promise<OpenShop> {
  const openPorts = await Promise.all(Array.from({ length: ports }, freePort));
  const panel = await testContainer({ openPorts });
  const api = await ForwardApi.start();
  const openings = new Openings({ ...panel.container, kube: api.kube });

  const opener = async (panelUrl = "http://127.0.0.1:3000") => {
    const { id, token } = await signedIn(panel.container, "operator");
    const user = { id, name: "An operator", role: "operator" as const };
    const sessionHash = tokenHash(token);
    return { opener: { user, sessionHash, address: "192.0.2.1", panel: new URL(panelUrl) }, token };
  };
  const open = async (who: Parameters<Openings["open"]>[0]) => {
    const opened = await openings.open(who, CLUSTER, WANTED);
    if (!opened.ok) throw new Error(opened.problem.detail);
    return opened.value;
  };

  return {
    ...{ panel, api, openings, opener },
    open: async (panelUrl) => open((await opener(panelUrl)).opener),
    browse: async (panelUrl) => {
      const who = await opener(panelUrl);
      const opening = await open(who.opener);
      const path = `${ENTER_PATH}?ticket=${openings.ticket(opening)}`;
      const session = { cookie: `gandalf=${who.token}` };
      const cookie = cookieOf(await send(opening, path, { headers: session }));
      const begin = (to: string, headers: Headers = {}, method = "GET") =>
        send(opening, to, { headers: { cookie, ...headers }, method });
      return {
        ...{ opening, cookie, begin },
        get: async (to, headers) => {
          const answer = await begin(to, headers);
          return { status: answer.statusCode ?? 0, body: await readText(answer) };
        },
      };
    },
    [Symbol.asyncDispose]: async () => {
      await panel[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}
