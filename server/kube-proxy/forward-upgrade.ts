import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { answerHeaders, switchHeaders, upgradeHeaders } from "@/lib/kube-proxy/forwarded-headers";
import { linkFailure } from "@/server/kube/api-failure";
import type { AdmittedRequest } from "./admit-request";
import { type Refusal, statusBody } from "./api-status";
import type { Upstream } from "./upstream";

type Headers = Readonly<Record<string, string | string[]>>;

const headText = (status: string, headers: Headers): string =>
  [
    `HTTP/1.1 ${status}`,
    ...Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().map((each) => `${name}: ${each}`),
    ),
    "\r\n",
  ].join("\r\n");

/** Refuses an upgrade in words that kubectl prints. */
export function refuseUpgrade(socket: Duplex, refusal: Refusal): void {
  const body = statusBody(refusal);
  const length = String(Buffer.byteLength(body));
  const headers = {
    connection: "close",
    "content-type": "application/json",
    "content-length": length,
  };
  socket.end(headText(`${refusal.httpStatus} Refused`, headers) + body);
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** What the client sent behind its head already. */
  readonly head: Buffer;
  readonly admitted: AdmittedRequest;
  readonly upstream: Upstream;
}

/** Both ways, each as fast as the other side takes it; when one ends the other does. */
function join(client: Duplex, server: Duplex): void {
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
    one.pipe(other);
  }
}

/** Switches protocols with the API and joins the two ends. Resolves with the answer's status, null when there was none. */
export function forwardUpgrade(exchange: Exchange): Promise<number | null> {
  const { request, socket, head, admitted, upstream } = exchange;
  const { method, path, query, pass } = admitted;
  const sent = upstream.request({
    method,
    path: path + query,
    headers: upgradeHeaders(request.headers),
    user: pass.user,
    upgrade: true,
  });
  socket.once("close", () => sent.destroy());
  return new Promise((resolve) => {
    sent.on("error", (error: NodeJS.ErrnoException) => {
      const message = linkFailure(upstream.server, error.code ?? "").detail;
      if (!socket.writableEnded) refuseUpgrade(socket, { httpStatus: 502, message });
      resolve(null);
    });
    sent.on("upgrade", (answer, server, serverHead) => {
      socket.write(headText("101 Switching Protocols", switchHeaders(answer.headers)));
      if (serverHead.length > 0) socket.write(serverHead);
      if (head.length > 0) server.write(head);
      join(socket, server);
      resolve(101);
    });
    sent.on("response", (answer) => {
      // It did not switch: its reason goes back as it is, and the connection ends with it.
      const { statusCode = 502, statusMessage = "", headers } = answer;
      const back = { ...answerHeaders(headers), connection: "close" };
      socket.write(headText(`${statusCode} ${statusMessage}`, back));
      answer.pipe(socket);
      resolve(statusCode);
    });
    sent.end();
  });
}
