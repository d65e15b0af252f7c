import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { done, ok } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Container } from "@/server/container";

/** A stand-in for the API's exec that echoes what is typed, and speaks its channels. */
export class FakeExecApi implements AsyncDisposable {
  readonly asked: IncomingMessage[] = [];
  readonly typed: string[] = [];
  readonly sizes: { Width: number; Height: number }[] = [];
  socket: WebSocket | null = null;
  /** Refuses the handshake with this status; null: opens. */
  refuse: { readonly code: number; readonly message: string } | null = null;
  /** What comes at once on the error channel. */
  status: object | null = null;
  readonly #server = createServer((_, response) => void response.end("{}"));
  readonly #sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => [...offered][0] ?? false,
  });

  private constructor() {
    this.#server.on("upgrade", (request, socket, head) => {
      this.asked.push(request);
      if (this.refuse === null)
        return this.#sockets.handleUpgrade(request, socket, head, (open) => this.#serve(open));
      const body = JSON.stringify({ kind: "Status", ...this.refuse });
      socket.end(
        `HTTP/1.1 ${this.refuse.code} No\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
  }

  static async start(): Promise<FakeExecApi> {
    const api = new FakeExecApi();
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get hub(): Container["kube"] {
    const { port } = this.#server.address() as AddressInfo;
    const identity = { kind: "token", token: secret("own") } as const;
    const credentials: KubeCredentials = {
      server: `http://127.0.0.1:${port}`,
      caPem: "",
      identity,
    };
    const hub = { credentials: async () => ok(credentials), ensureGroups: async () => done };
    return hub as unknown as Container["kube"]; // terminals ask it for nothing else
  }

  say(text: string | Buffer): void {
    this.socket?.send(Buffer.concat([Buffer.of(1), Buffer.from(text)]));
  }

  /** The command's end, as the API tells it. */
  end(status: object): void {
    this.socket?.send(Buffer.concat([Buffer.of(3), Buffer.from(JSON.stringify(status))]));
    this.socket?.close();
  }

  #serve(socket: WebSocket): void {
    this.socket = socket;
    socket.on("message", (message: Buffer) => {
      const text = message.subarray(1).toString();
      if (message[0] === 0) {
        this.typed.push(text);
        this.say(text);
      } else if (message[0] === 4)
        this.sizes.push(JSON.parse(text) as { Width: number; Height: number });
    });
    if (this.status !== null) this.end(this.status);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
