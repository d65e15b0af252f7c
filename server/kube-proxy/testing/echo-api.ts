import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { done, ok } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Container } from "@/server/container";

/** What reached the API. */
export interface Reached {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly bodyBytes: number;
}

/** A stand-in for the API that writes down what reaches it, streams watches and echoes upgraded connections. */
export class EchoApi implements AsyncDisposable {
  readonly reached: Reached[] = [];
  readonly watches = new Set<ServerResponse>();
  readonly upgraded = new Set<Duplex>();
  /** Bytes sent so far of the endless answer to /flood. */
  floodBytes = 0;
  readonly #server = createServer((request, response) => {
    let bodyBytes = 0;
    request.on("error", () => {}); // broken off: it never reached the API as a whole
    request.on("data", (chunk: Buffer) => (bodyBytes += chunk.length));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      this.reached.push({ method, url, headers, bodyBytes });
      this.#answer(url, response);
    });
  });

  constructor() {
    this.#server.on("upgrade", (request, socket: Duplex) => {
      const { method = "", url = "", headers } = request;
      this.reached.push({ method, url, headers, bodyBytes: 0 });
      if (url.includes("forbidden"))
        return socket.end(
          "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
        );
      this.upgraded.add(socket);
      socket.on("close", () => this.upgraded.delete(socket));
      socket.on("error", () => {});
      const protocol = String(headers.upgrade);
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\nSet-Cookie: gandalf=stolen\r\n\r\n`,
      );
      socket.pipe(socket);
    });
  }

  static async start(): Promise<EchoApi> {
    const api = new EchoApi();
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get hub(): Container["kube"] {
    const { port } = this.#server.address() as AddressInfo;
    const credentials: KubeCredentials = {
      server: `http://127.0.0.1:${port}`,
      caPem: "",
      identity: { kind: "token", token: secret("the-panels-own") },
    };
    const hub = { credentials: async () => ok(credentials), ensureGroups: async () => done };
    return hub as unknown as Container["kube"]; // the proxy asks it for nothing else
  }

  #answer(url: string, response: ServerResponse): void {
    if (url.includes("watch=true")) {
      response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
      this.watches.add(response);
      response.on("close", () => this.watches.delete(response));
    } else if (url.includes("flood")) this.#flood(response);
    else
      response
        .writeHead(200, { "content-type": "text/html", "set-cookie": "gandalf=stolen" })
        .end(`{"kind":"Echo"}`);
  }

  #flood(response: ServerResponse): void {
    const chunk = Buffer.alloc(65_536);
    const more = () => {
      if (response.destroyed) return;
      this.floodBytes += chunk.length;
      if (response.write(chunk)) setImmediate(more);
      else response.once("drain", more);
    };
    response.on("close", () => response.destroy());
    more();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.upgraded) socket.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
