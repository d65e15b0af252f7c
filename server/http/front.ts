import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import type { Problem } from "@/lib/core/problem";
import { PROBLEMS } from "@/lib/core/problems";
import { PROXY_PREFIX } from "@/lib/kube-proxy/proxy-path";
import type { Container } from "@/server/container";
import { clientAddress, isWithin } from "./client-address";
import { sessionTokens } from "./cookie";
import { securityHeaders } from "./front-headers";
import { ADDRESS_HEADER, REQUEST_ID_HEADER, SECURE_HEADER } from "./headers";
import { isForeign, isOwnOrigin } from "./origin";
import { problemBody } from "./problem-response";
import { checkReadiness } from "./readiness";

/** Path of the socket; everything else that wants to upgrade is Next's, in development only. */
export const LIVE_PATH = "/live/";

/** An upload over a slow line may take this long; headers may not. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
const HEADERS_TIMEOUT_MS = 15_000;

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** What stands behind the front door. */
export interface Behind {
  /** Pages and routes. Requests wait until it is there. */
  readonly pages: Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>>;
  readonly live: Upgrade;
  /** Next's own socket, in development. */
  readonly developmentUpgrade: Upgrade | null;
  /** kubectl's way to clusters: tokens of its own, no cookies, and so no question of origin. */
  readonly clusters: Clusters;
}

interface Clusters {
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

type Panel = Pick<Container, "config" | "db" | "disk" | "log">;

const foreignOrigin: Problem = {
  code: "auth.foreign-origin",
  detail: "This request does not come from the panel's own pages.",
  remedies: [
    "Open the panel at the address it was given, and try again there.",
    "Behind a proxy that changes the Host header, start the panel with GANDALF_PUBLIC_URL=https://…",
  ],
};

/** The panel's own certificate is for kubectl, which was told to trust it; a browser was not. */
const onlyForKubectl: Problem = {
  code: "object.not-found",
  detail: "Over TLS this port serves kubectl only.",
  remedies: ["Open the panel with http://, or through the proxy that has its certificate."],
};

function sendProblem(response: ServerResponse, problem: Problem): void {
  response.writeHead(PROBLEMS[problem.code].httpStatus, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
  });
  response.end(JSON.stringify(problemBody(problem)));
}

const first = (header: string | string[] | undefined) =>
  Array.isArray(header) ? header.join(",") : header;

/** Notes on the request what only the front door knows; whatever a client wrote there is replaced. */
function annotate(request: IncomingMessage, { trustedProxies, publicUrl }: Container["config"]) {
  const { headers, socket } = request;
  const proxied = isWithin(socket.remoteAddress ?? "", trustedProxies);
  const secure = proxied
    ? headers["x-forwarded-proto"] === "https"
    : publicUrl?.protocol === "https:" && publicUrl.host === headers.host;
  headers[ADDRESS_HEADER] = clientAddress({
    socketAddress: socket.remoteAddress,
    forwardedFor: first(headers["x-forwarded-for"]),
    trustedProxies,
  });
  headers[SECURE_HEADER] = secure ? "1" : "0";
  headers[REQUEST_ID_HEADER] = randomUUID();
  return { secure, requestId: headers[REQUEST_ID_HEADER] };
}

async function answerReadiness(panel: Panel, response: ServerResponse) {
  const ready = await checkReadiness(panel);
  if (!ready.ok) return sendProblem(response, ready.problem);
  response.writeHead(200, { "Content-Type": "application/json" }).end(`{"status":"ready"}`);
}

const pathOf = ({ url = "/" }: IncomingMessage): string => url.split("?", 1)[0] ?? "/";

function handler(panel: Panel, { pages, clusters }: Behind) {
  const { config } = panel;
  let started = false;
  void pages.then(() => (started = true));
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { secure, requestId } = annotate(request, config);
    const { headers, method = "GET" } = request;
    const nonce = randomBytes(16).toString("base64");
    const choice = { nonce, development: config.mode === "development", secure };
    const extra = securityHeaders(choice);
    for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
    response.setHeader("X-Request-Id", requestId);
    headers["x-nonce"] = nonce;
    headers["content-security-policy"] = extra["Content-Security-Policy"]; // Next looks here

    const path = pathOf(request);
    if (path.startsWith(PROXY_PREFIX)) return clusters.request(request, response);
    if (request.socket instanceof TLSSocket) return sendProblem(response, onlyForKubectl);
    if (path === "/healthz")
      return void response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(`{"status":"alive"}`);
    if (path === "/readyz" && started) return answerReadiness(panel, response);
    const hasSession = sessionTokens(headers.cookie, secure).length > 0;
    if (isForeign({ method, headers, publicHost: config.publicUrl?.host ?? null, hasSession }))
      return sendProblem(response, foreignOrigin);
    await (
      await pages
    )(request, response);
  };
}

const refuse = (socket: Duplex) =>
  socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

/** Decides who may upgrade: own pages only, and only to a socket that exists. */
function upgradeHandler({ config, log }: Panel, behind: Behind): Upgrade {
  const { live, developmentUpgrade, clusters } = behind;
  return (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    annotate(request, config);
    if (request.url?.startsWith(PROXY_PREFIX))
      return void clusters.upgrade(request, socket, head).catch((error: unknown) => {
        log.error({ err: error }, "an upgrade to a cluster failed");
        socket.destroy();
      });
    if (socket instanceof TLSSocket) return refuse(socket);
    const { origin, host } = request.headers;
    if (!isOwnOrigin(origin, host, config.publicUrl?.host ?? null)) return refuse(socket);
    if (request.url?.startsWith(LIVE_PATH)) return live(request, socket, head);
    if (developmentUpgrade !== null) return developmentUpgrade(request, socket, head);
    refuse(socket);
  };
}

/** The HTTP server: every request and every upgrade passes here first. */
export function createFront(panel: Panel, behind: Behind): Server {
  const handle = handler(panel, behind);
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    (request, response) => {
      const startedMs = performance.now();
      response.once("close", () =>
        panel.log.debug(
          {
            requestId: request.headers[REQUEST_ID_HEADER],
            method: request.method,
            path: request.url?.split("?", 1)[0],
            status: response.statusCode,
            durationMs: Math.round(performance.now() - startedMs),
          },
          "request",
        ),
      );
      handle(request, response).catch((error: unknown) => {
        panel.log.error({ err: error, path: request.url?.split("?", 1)[0] }, "request failed");
        response.destroy();
      });
    },
  );
  return server.on("upgrade", upgradeHandler(panel, behind));
}
