import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { TLSSocket } from "node:tls";
import { reveal } from "@/lib/core/secret";
import type { KubeCredentials, KubeIdentity } from "@/lib/kube/kubeconfig";
import type { ApiRequest } from "./api-client";
import { guardedLookup } from "./forbidden-address";

/** Bound on one answer: a page of 500 large pods is about 10 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** A watch per kind, a hundred logs that are followed, a probe, and what people ask for beside them. */
const MAX_SOCKETS = 256;

/** A server that lost its power is noticed after this and ten probes, a second apart. */
const PROBE_AFTER_MS = 20_000;

/** Opens requests to one API. An encrypted server must prove itself to the cluster's own authority. */
export interface ApiLink {
  /** Resolves with the head of the answer; rejects with Node's error. */
  open(request: ApiRequest, signal: AbortSignal): Promise<IncomingMessage>;
  close(): void;
}

/** Kept-alive connections, so that a page costs no handshake. */
export function createApiLink(credentials: KubeCredentials): ApiLink {
  const secure = credentials.server.startsWith("https:");
  const shared = { keepAlive: true, maxSockets: MAX_SOCKETS };
  const agent = secure
    ? new https.Agent({ ...shared, ...tlsOptions(credentials) })
    : new http.Agent(shared);

  const once = (request: ApiRequest, signal: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const method = request.method ?? "GET";
      const text = request.body === undefined ? undefined : JSON.stringify(request.body);
      const headers = { ...headersOf(request, credentials), ...lengthOf(text) };
      const url = urlOf(credentials.server, request);
      const sent = (secure ? https : http).request(
        url,
        { agent, signal, method, headers },
        resolve,
      );
      sent.on("error", (error) => reject(Object.assign(error, { reused: sent.reusedSocket })));
      sent.setNoDelay(true);
      sent.setSocketKeepAlive(true, PROBE_AFTER_MS);
      sent.end(text);
    });

  return {
    open: (request, signal) =>
      once(request, signal).catch((error: NodeJS.ErrnoException & { reused?: boolean }) => {
        // The server closed a kept connection just as it was used again: nothing was asked yet.
        const isLate = error.reused === true && error.code === "ECONNRESET";
        if (isLate && (request.method ?? "GET") === "GET") return once(request, signal);
        throw error;
      }),
    close: () => agent.destroy(),
  };
}

/** How the server must prove itself, and how the panel does. */
export function tlsOptions({ caPem, serverName, identity }: KubeCredentials): https.AgentOptions {
  const verified = {
    ...(caPem === "" ? {} : { ca: caPem }),
    ...(serverName === undefined ? {} : { servername: serverName }),
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    lookup: guardedLookup,
  } as const;
  return identity.kind === "certificate"
    ? { ...verified, cert: identity.certificatePem, key: reveal(identity.keyPem) }
    : verified;
}

/** Node leaves it out of a DELETE, and the server then takes the body for the next request. */
const lengthOf = (text: string | undefined) =>
  text === undefined ? {} : { "content-length": String(Buffer.byteLength(text)) };

/** The header by which the panel proves who it is; none where its certificate does. */
export function identityHeaders(identity: KubeIdentity): http.OutgoingHttpHeaders {
  if (identity.kind === "token") return { authorization: `Bearer ${reveal(identity.token)}` };
  if (identity.kind === "certificate") return {};
  const pair = Buffer.from(`${identity.username}:${reveal(identity.password)}`);
  return { authorization: `Basic ${pair.toString("base64")}` };
}

const headersOf = (
  request: ApiRequest,
  { identity }: KubeCredentials,
): http.OutgoingHttpHeaders => ({
  accept: request.accept ?? "application/json",
  "user-agent": "gandalf",
  ...(request.body === undefined
    ? {}
    : { "content-type": request.contentType ?? "application/json" }),
  ...identityHeaders(identity),
  ...request.headers,
});

function urlOf(server: string, { path, query = {} }: ApiRequest): URL {
  const url = new URL(server + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** An answer was larger than who asked can take. */
export class TooLarge extends Error {}

/** The whole body as text. Rejects when it is larger than any answer should be. */
export async function readBody(
  answer: IncomingMessage,
  maxBytes = MAX_ANSWER_BYTES,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLarge(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** When the certificate ends that the server showed; null over an unencrypted link. */
export function certificateEnd({ socket }: IncomingMessage): Date | null {
  if (!(socket instanceof TLSSocket)) return null;
  const endsAt = new Date(socket.getPeerCertificate().valid_to);
  return Number.isNaN(endsAt.getTime()) ? null : endsAt;
}
