import type { Server } from "node:http";
import type { Socket } from "node:net";
import { createSecureContext, type SecureContext, TLSSocket } from "node:tls";

/** Source: RFC 8446 section 5.1: a TLS connection begins with a handshake record; HTTP with a letter. */
const HANDSHAKE = 0x16;
/** A connection that says nothing is closed, as one with unfinished headers is. */
const FIRST_BYTE_MS = 15_000;

interface Identity {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/** Source: RFC 7301: each name with its length before it. */
const HTTP_1_1 = Buffer.from("\u0008http/1.1");

/** Shakes hands over that connection; when either side of it fails, both end. */
function secure(
  socket: Socket,
  secureContext: SecureContext,
  ready: (connection: Socket) => void,
): void {
  const secured = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: HTTP_1_1 });
  secured.on("error", () => socket.destroy());
  secured.once("close", () => socket.destroy());
  secured.once("secure", () => ready(secured));
}

/**
 * Lets the server's port take TLS beside plain HTTP: the first byte of a connection tells which. kubectl sends its
 * token over TLS only. Source: client-go, clientcmd.ClientConfig, "only try to read the auth information if we are secure".
 * Answers the function that drops connections which have said nothing yet: the server itself does not know them.
 */
export function acceptTls(server: Server, identity: () => Promise<Identity>): () => void {
  const [serve] = server.listeners("connection") as ((socket: Socket) => void)[];
  if (serve === undefined) throw new Error("the HTTP server takes no connections");
  const context = identity().then(({ keyPem: key, certificatePem: cert }) =>
    createSecureContext({ key, cert, minVersion: "TLSv1.2" }),
  );
  const silent = new Set<Socket>();
  server.removeListener("connection", serve);
  server.on("connection", (socket) => {
    const drop = () => socket.destroy();
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
    socket.setTimeout(FIRST_BYTE_MS, drop);
    socket.on("error", drop);
    socket.once("readable", () => {
      const first = socket.read(1) as Buffer | null;
      if (first === null) return void drop();
      socket.unshift(first);
      const ready = (connection: Socket) => {
        silent.delete(socket);
        socket.setTimeout(0);
        socket.off("timeout", drop);
        serve.call(server, connection);
      };
      if (first[0] === HANDSHAKE) void context.then((made) => secure(socket, made, ready), drop);
      else ready(socket);
    });
  });
  return () => {
    for (const socket of silent) socket.destroy();
  };
}
