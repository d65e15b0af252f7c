import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { reveal, type Secret } from "@/lib/core/secret";
import { ADDRESS_HEADER } from "@/server/http/headers";
import type { KubeProxy } from "@/server/kube-proxy/kube-proxy";
import type { SelfSigned } from "@/server/kube-proxy/self-signed";

interface EntryNeeds {
  readonly proxy: KubeProxy;
  readonly identity: SelfSigned;
  readonly log: Logger;
}

/** The way to the cluster for one console: it has no address, and takes what comes through that console's socket. */
export interface ConsoleEntry {
  accept(stream: Duplex): void;
  close(): void;
}

/** Lets in one token, in the name of whoever opened the console from `address`. */
export function createConsoleEntry(
  { proxy, identity, log }: EntryNeeds,
  { token, address }: { readonly token: Secret; readonly address: string },
): ConsoleEntry {
  const server = createServer({
    key: identity.keyPem,
    cert: identity.certificatePem,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["http/1.1"],
  });
  const streams = new Set<Duplex>();

  /** Another console's token is nobody's here. */
  const mark = ({ headers }: IncomingMessage) => {
    headers[ADDRESS_HEADER] = address;
    if (headers.authorization !== `Bearer ${reveal(token)}`) delete headers.authorization;
  };
  server.on("request", (request, response) => {
    mark(request);
    proxy.request(request, response).catch((error: unknown) => {
      log.error({ err: error }, "a console's request failed");
      response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    mark(request);
    socket.on("error", () => socket.destroy());
    proxy.upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ err: error }, "a console's upgrade failed");
      socket.destroy();
    });
  });
  return {
    accept: (stream) => {
      streams.add(stream);
      stream.on("error", () => stream.destroy());
      stream.once("close", () => streams.delete(stream));
      server.emit("connection", stream);
    },
    close: () => {
      for (const stream of streams) stream.destroy();
    },
  };
}
