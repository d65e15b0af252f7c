import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline, Transform } from "node:stream";
import { answerHeaders, requestHeaders } from "@/lib/kube-proxy/forwarded-headers";
import { linkFailure } from "@/server/kube/api-failure";
import { type AdmittedRequest, MAX_BODY_BYTES } from "./admit-request";
import { type Refusal, statusBody } from "./api-status";
import type { Upstream } from "./upstream";

/** What a service behind the API says must never run as a page of the panel's own address. */
const HARMLESS = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
} as const;

/** Refuses in words that kubectl prints. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(refusal.httpStatus, {
    ...HARMLESS,
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    Connection: "close", // what is left of the body is not waited for
  });
  response.end(statusBody(refusal));
}

const tooLarge: Refusal = {
  httpStatus: 413,
  message: "Gandalf passes on at most 16 MiB in one request.",
};

/** Passes a body on as fast as the API takes it, and refuses at the bound. */
const bounded = (refuse: () => void): Transform => {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) return done(null, chunk);
      refuse();
      done(new Error("the body is too large"));
    },
  });
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly admitted: AdmittedRequest;
  readonly upstream: Upstream;
}

/** Sends it on and streams the answer back as it comes; resolves with the answer's status, null when there was none. */
export function forwardRequest(exchange: Exchange): Promise<number | null> {
  const { request, response, admitted, upstream } = exchange;
  const { method, path, query, pass } = admitted;
  const sent = upstream.request({
    method,
    path: path + query,
    headers: requestHeaders(request.headers),
    user: pass.user,
    upgrade: false,
  });
  response.once("close", () => sent.destroy());
  return new Promise((resolve) => {
    sent.on("error", (error: NodeJS.ErrnoException) => {
      const message = linkFailure(upstream.server, error.code ?? "").detail;
      if (!response.writableEnded) sendRefusal(response, { httpStatus: 502, message });
      resolve(null);
    });
    sent.on("response", (answer) => {
      const httpStatus = answer.statusCode ?? 502;
      response.writeHead(httpStatus, { ...answerHeaders(answer.headers), ...HARMLESS });
      response.flushHeaders(); // a watch of something that never changes has a head and no body
      pipeline(answer, response, () => {});
      resolve(httpStatus);
    });
    const hasBody =
      request.headers["transfer-encoding"] !== undefined ||
      Number(request.headers["content-length"] ?? 0) > 0;
    if (!hasBody) return void sent.end();
    const refuse = () => sendRefusal(response, tooLarge);
    pipeline(request, bounded(refuse), sent, () => {}); // ends the request to the API when the client breaks off
  });
}
