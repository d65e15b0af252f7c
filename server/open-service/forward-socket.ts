import http, { type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { headersForApp, headersForBrowser } from "@/lib/open-service/open-headers";
import type { Config } from "@/server/config";
import { connectBy } from "./forward-agent";
import { browserAddress } from "./forward-to-app";
import type { Opening } from "./opening";

type Headers = Readonly<Record<string, string | readonly string[]>>;

const headText = (status: string, headers: Headers): string =>
  [
    `HTTP/1.1 ${status}`,
    ...Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((each) => `${name}: ${String(each)}`),
    ),
    "\r\n",
  ].join("\r\n");

/** Refuses to open a socket. */
export function refuseSocket(socket: Duplex, httpStatus: number): void {
  socket.end(headText(`${httpStatus} Refused`, { Connection: "close", "Content-Length": "0" }));
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** What the browser sent behind its head already. */
  readonly head: Buffer;
}

/** Both ways, each as fast as the other side takes it; when one ends the other does. */
function join(opening: Opening, browser: Duplex, app: Duplex): void {
  for (const [one, other] of [
    [browser, app],
    [app, browser],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
    one.on("data", () => opening.touch());
    one.pipe(other);
  }
}

/** Opens a WebSocket to the app on a connection of its own and joins the two ends. */
export function forwardSocket(
  config: Pick<Config, "trustedProxies">,
  opening: Opening,
  { request, socket, head }: Exchange,
): Promise<void> {
  const { openedAs } = opening;
  const sent = http.request({
    method: "GET",
    path: request.url,
    headers: {
      ...headersForApp(openedAs, request.headersDistinct, browserAddress(config, request)),
      connection: "Upgrade",
      upgrade: "websocket",
    },
    createConnection: (_, connected) => connectBy(opening.dial, connected),
  });
  socket.once("close", () => sent.destroy());
  return new Promise((resolve) => {
    sent.on("error", () => {
      if (!socket.writableEnded) refuseSocket(socket, 502);
      resolve();
    });
    sent.on("upgrade", (answer, app, appHead) => {
      const headers = headersForBrowser(openedAs, answer.headersDistinct);
      const switched = { ...headers, connection: "Upgrade", upgrade: "websocket" };
      socket.write(headText("101 Switching Protocols", switched));
      if (appHead.length > 0) socket.write(appHead);
      if (head.length > 0) app.write(head);
      join(opening, socket, app);
      resolve();
    });
    sent.on("response", (answer) => {
      // It did not switch: its reason goes back as it is, and the connection ends with it.
      const { statusCode = 502, statusMessage = "" } = answer;
      const headers = headersForBrowser(openedAs, answer.headersDistinct);
      socket.write(headText(`${statusCode} ${statusMessage}`, { ...headers, connection: "close" }));
      answer.pipe(socket);
      resolve();
    });
    sent.end();
  });
}
