import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { headersForApp, headersForBrowser } from "@/lib/open-service/open-headers";
import type { Config } from "@/server/config";
import { clientAddress } from "@/server/http/client-address";
import { explainFailure } from "./explain-failure";
import type { Opening } from "./opening";
import { sendNotice } from "./send-notice";

const MAX_HEADER_BYTES = 64 * 1024;
/** Somebody looks at an empty tab; what a script waits for may take longer. */
const PAGE_TIMEOUT_MS = 60_000;

/** Where the browser is, as far as proxies that the panel trusts say so. */
export const browserAddress = (
  { trustedProxies }: Pick<Config, "trustedProxies">,
  { headers, socket }: IncomingMessage,
): string =>
  clientAddress({
    socketAddress: socket.remoteAddress,
    forwardedFor: [headers["x-forwarded-for"]].flat().join(","),
    trustedProxies,
  });

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Asking again changes nothing. Source: RFC 9110 section 9.2.1. */
const isRepeatable = (request: IncomingMessage): boolean =>
  (request.method === "GET" || request.method === "HEAD") && !hasBody(request);

const isPage = ({ headers }: IncomingMessage): boolean =>
  headers["sec-fetch-mode"] === "navigate" || headers.accept?.includes("text/html") === true;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Sends it to the app and streams the answer back, each as fast as the other side takes it. */
export async function forwardToApp(
  config: Pick<Config, "trustedProxies">,
  opening: Opening,
  exchange: Exchange,
): Promise<void> {
  const { request, response } = exchange;
  const address = browserAddress(config, request);
  let error = await forwardOnce(opening, exchange, address);
  // A kept connection, or its pod, may have ended just now: the next one goes to a pod that is there.
  if (error !== null && isRepeatable(request) && !response.destroyed && !response.headersSent)
    error = await forwardOnce(opening, exchange, address);
  if (error === null || response.destroyed) return;
  const notice = explainFailure(opening, error);
  sendNotice(response, isRepeatable(request) ? notice : { ...notice, retrySeconds: null });
}

/** Answers null once the app's answer is under way, else why there is none. */
function forwardOnce(
  opening: Opening,
  { request, response }: Exchange,
  address: string,
): Promise<Error | null> {
  const chunked = request.headers["transfer-encoding"] !== undefined;
  const sent = http.request({
    agent: opening.agent,
    method: request.method,
    path: request.url,
    maxHeaderSize: MAX_HEADER_BYTES,
    headers: {
      ...headersForApp(opening.openedAs, request.headersDistinct, address),
      ...(chunked ? { "transfer-encoding": "chunked" } : {}),
    },
  });
  const stop = () => void sent.destroy();
  response.once("close", stop);
  const timer = isPage(request)
    ? setTimeout(
        () => sent.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })),
        PAGE_TIMEOUT_MS,
      )
    : undefined;
  return new Promise((resolve) => {
    sent.on("close", () => clearTimeout(timer));
    sent.on("error", (error) => {
      response.off("close", stop);
      request.unpipe(sent);
      if (response.headersSent) response.destroy();
      resolve(error);
    });
    sent.on("response", (answer) => {
      clearTimeout(timer);
      const headers = headersForBrowser(opening.openedAs, answer.headersDistinct);
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? "", headers);
      response.flushHeaders(); // a stream of events has a head long before its first event
      answer.on("data", () => opening.touch());
      pipeline(answer, response, () => {});
      resolve(null);
    });
    // Not a pipeline: it would end the browser's connection, on which the reason is still to be said.
    if (hasBody(request)) request.pipe(sent);
    else sent.end();
  });
}
