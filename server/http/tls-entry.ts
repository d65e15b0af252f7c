import type { Server } from "node:http";
import type { Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";

/** Source: RFC 8446 section 5.1: a TLS connection begins with a handshake record; HTTP with a letter. */
const HANDSHAKE = 0x16;
/** A connection that says nothing is closed, as one with unfinished headers is. */
const FIRST_BYTE_MS = 15_000;

interface Identity {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/**
 * Lets the server's port take TLS beside plain HTTP: the first byte of a connection tells which. kubectl sends its
 * token over TLS only. Source: client-go, clientcmd.ClientConfig, "only try to read the auth information if we are secure".
 */
export function acceptTls(server: Server, identity: () => Promise<Identity>): void {
  const [serve] = server.listeners("connection") as ((socket: Socket) => void)[];
  if (serve === undefined) throw new Error("the HTTP server takes no connections");
  const encrypted = identity().then(({ keyPem, certificatePem }) => {
    const tls = createTlsServer({
      key: keyPem,
      cert: certificatePem,
      minVersion: "TLSv1.2",
      ALPNProtocols: ["http/1.1"],
    });
    tls.on("tlsClientError", (_, socket) => socket.destroy());
    return tls.on("secureConnection", (socket) => serve.call(server, socket));
  });
  server.removeListener("connection", serve);
  server.on("connection", (socket) => {
    const drop = () => socket.destroy();
    socket.setTimeout(FIRST_BYTE_MS, drop);
    socket.on("error", drop);
    socket.once("readable", () => {
      const first = socket.read(1) as Buffer | null;
      if (first === null) return void drop();
      socket.setTimeout(0);
      socket.off("timeout", drop).off("error", drop);
      socket.unshift(first);
      if (first[0] !== HANDSHAKE) return void serve.call(server, socket);
      void encrypted.then((tls) => tls.emit("connection", socket), drop);
    });
  });
}
