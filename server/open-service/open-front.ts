import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { openNotices } from "@/lib/i18n/en/open-service";
import { isForeignSocket, isForeignToApp } from "@/lib/open-service/foreign-request";
import { openCookieValues } from "@/lib/open-service/open-cookies";
import type { Config } from "@/server/config";
import { ENTER_PATH, enterOpening } from "./enter-opening";
import { forwardToApp } from "./forward-to-app";
import { forwardSocket, refuseSocket } from "./forward-socket";
import { sendNotice } from "./send-notice";
import type { Opening } from "./opening";
import type { Tickets } from "./tickets";

/** Apps send larger cookies and tokens than the panel. */
const MAX_HEADER_BYTES = 64 * 1024;
const HEADERS_TIMEOUT_MS = 15_000;
/** Of one port, from everybody, with or without the right to come in. */
const MAX_CONNECTIONS = 512;

interface Needs {
  readonly config: Pick<Config, "trustedProxies">;
  readonly log: Logger;
  readonly tickets: Tickets;
  /** The opening with that Host; a name that leads here by other means has none. */
  readonly find: (host: string) => Opening | null;
}

type RefusalName = "foreign" | "notYours" | "worker";
const STATUS: Readonly<Record<RefusalName, number>> = { foreign: 403, notYours: 401, worker: 403 };

/** Why a request must not reach the app; null: it may. The cookie first: others learn nothing. */
function refusalOf(opening: Opening, request: IncomingMessage): RefusalName | null {
  const { headers, method = "GET" } = request;
  const { openedAs, facts } = opening;
  const { origin, isolated } = facts.address;
  if (!opening.admits(openCookieValues(openedAs, headers.cookie ?? ""))) return "notYours";
  if (isForeignToApp({ method, headers, origin })) return "foreign";
  // It would outlive the opening and wait for the next app on this port. Source: Service Workers, "Service-Worker" header.
  return !isolated && headers["service-worker"] !== undefined ? "worker" : null;
}

const nothing = {
  ...openNotices.nothing,
  ...{ httpStatus: 404, retrySeconds: null, panel: null },
};

async function answer(needs: Needs, request: IncomingMessage, response: ServerResponse) {
  const opening = needs.find(request.headers.host ?? "");
  if (opening === null) return sendNotice(response, nothing);
  const panel = opening.facts.panelOrigin;
  if (request.url?.startsWith(`${ENTER_PATH}?`))
    return enterOpening(needs.tickets, opening, { request, response });
  const refusal = refusalOf(opening, request);
  if (refusal !== null) {
    const httpStatus = STATUS[refusal];
    return sendNotice(response, { ...openNotices[refusal], httpStatus, retrySeconds: null, panel });
  }
  const over = opening.begin(() => response.destroy());
  if (over === null)
    return sendNotice(response, {
      ...openNotices.busy,
      ...{ httpStatus: 503, retrySeconds: 3, panel },
    });
  response.once("close", over);
  await forwardToApp(needs.config, opening, { request, response });
}

async function upgrade(
  needs: Needs,
  request: IncomingMessage,
  { socket, head }: { socket: Duplex; head: Buffer },
) {
  const { headers } = request;
  const opening = needs.find(headers.host ?? "");
  if (opening === null) return refuseSocket(socket, 404);
  const { openedAs, facts } = opening;
  if (!opening.admits(openCookieValues(openedAs, headers.cookie ?? "")))
    return refuseSocket(socket, 401);
  if (isForeignSocket({ headers, origin: facts.address.origin })) return refuseSocket(socket, 403);
  if (headers.upgrade?.toLowerCase() !== "websocket") return refuseSocket(socket, 400);
  const over = opening.begin(() => socket.destroy());
  if (over === null) return refuseSocket(socket, 503);
  socket.once("close", over);
  await forwardSocket(needs.config, opening, { request, socket, head });
}

/** The server behind every port for apps: who asks, for which app, and whether another page asks in their name. */
export function createOpenFront(needs: Needs): Server {
  const { log } = needs;
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: 0, // an upload takes as long as it takes; only who was let in gets that far
    },
    (request, response) => {
      response.on("error", () => response.destroy());
      answer(needs, request, response).catch((error: unknown) => {
        log.error({ err: error }, "a request to an app failed");
        response.destroy();
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  return server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    upgrade(needs, request, { socket, head }).catch((error: unknown) => {
      log.error({ err: error }, "a socket to an app failed");
      socket.destroy();
    });
  });
}
