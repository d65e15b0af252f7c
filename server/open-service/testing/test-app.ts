import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

/** A stand-in for somebody's app: says what reached it, sends floods, takes floods, echoes sockets. */
export interface TestApp extends AsyncDisposable {
  readonly port: number;
  /** Bytes of floods that were written so far. */
  readonly sentBytes: number;
  readonly received: readonly IncomingMessage[];
  /** Connections that are open now. */
  connections(): Promise<number>;
}

const CHUNK = Buffer.alloc(65_536, "x");

/** Starts it; `name` is in every answer. */
export async function startTestApp(name: string): Promise<TestApp> {
  const received: IncomingMessage[] = [];
  let sentBytes = 0;

  const flood = (response: ServerResponse, wanted: number) => {
    let left = wanted;
    const more = () => {
      while (left > 0 && !response.destroyed) {
        left -= CHUNK.length;
        sentBytes += CHUNK.length;
        if (!response.write(CHUNK)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  };

  const swallow = (request: IncomingMessage, response: ServerResponse) => {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => (bytes += chunk.length));
    request.on("end", () => response.end(String(bytes)));
  };

  const server = createServer((request, response) => {
    received.push(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://app");
    if (pathname === "/flood") return flood(response, Number(searchParams.get("bytes")));
    if (pathname === "/upload") return swallow(request, response);
    if (pathname === "/deaf") return; // takes it and says nothing
    if (pathname === "/cookies") {
      response.setHeader("set-cookie", ["sid=1; Path=/", "gandalf=evil; Path=/api"]);
      response.setHeader("clear-site-data", '"cookies"');
    }
    const [hostname = ""] = (request.headers.host ?? "").split(":");
    if (pathname === "/moved") response.writeHead(302, { location: `http://${hostname}/there/` });
    response.end(JSON.stringify({ name, url: request.url, headers: request.headers }));
  });
  const sockets = new WebSocketServer({ server, path: "/socket" });
  sockets.on("connection", (socket) =>
    socket.on("message", (message, isBinary) => socket.send(message, { binary: isBinary })),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get sentBytes() {
      return sentBytes;
    },
    received,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    [Symbol.asyncDispose]: async () => {
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
