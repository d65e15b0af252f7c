import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import { done, ok } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { createApiClient } from "@/server/kube/api-client";
import type { Clusters } from "../way-to-app";

const PORT_FORWARD = /^\/api\/v1\/namespaces\/shop\/pods\/([^/]+)\/portforward\?ports=(\d+)$/;
const FULL_BYTES = 1024 * 1024;

/** A stand-in for the API: one service, its pods, and port-forward as the kubelet speaks it. */
export class ForwardApi implements AsyncDisposable {
  /** Ready pods, oldest first, with the port of this machine that stands for port 8080 in them. */
  readonly pods = new Map<string, number>();
  /** As whom each connection was asked for. */
  readonly asked: IncomingHttpHeaders[] = [];
  readonly forwards = new Set<WebSocket>();
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has("v4.channel.k8s.io") ? "v4.channel.k8s.io" : false),
  });

  constructor() {
    this.#server = createServer((request, response) => {
      const answer = this.#read(request.url ?? "");
      response.writeHead(answer === null ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(answer ?? { kind: "Status", code: 404, message: "not found" }));
    });
    this.#server.on("upgrade", (request, socket, head) => {
      const [, pod = "", port = ""] = PORT_FORWARD.exec(request.url ?? "") ?? [];
      const target = this.pods.get(pod);
      if (target === undefined)
        return void socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}");
      this.asked.push(request.headers);
      this.#sockets.handleUpgrade(request, socket, head, (opened) =>
        this.#forward(opened, Number(port), target),
      );
    });
  }

  static async start(): Promise<ForwardApi> {
    const api = new ForwardApi();
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get kube(): Clusters {
    const { port } = this.#server.address() as AddressInfo;
    const credentials: KubeCredentials = {
      server: `http://127.0.0.1:${port}`,
      caPem: "",
      identity: { kind: "token", token: secret("the-panels-own") },
    };
    return {
      credentials: async () => ok(credentials),
      client: async () => ok(createApiClient(credentials)),
      ensureGroups: async () => done,
    };
  }

  /** The pod is gone, with whatever ran through it. */
  kill(pod: string): void {
    this.pods.delete(pod);
    for (const forward of this.forwards) forward.terminate();
  }

  #read(url: string): object | null {
    if (url === "/api/v1/namespaces/shop/services/web")
      return { spec: { selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080 }] } };
    if (url.startsWith("/api/v1/namespaces/shop/pods?labelSelector=app%3Dweb"))
      return { items: [...this.pods.keys()].map(podNamed) };
    return null;
  }

  #forward(socket: WebSocket, port: number, target: number): void {
    this.forwards.add(socket);
    socket.on("close", () => this.forwards.delete(socket));
    for (const channel of [0, 1]) socket.send(Buffer.of(channel, port & 255, port >> 8));
    const app = connect(port === 8080 ? target : 1, "127.0.0.1");
    app.on("error", (error) => {
      socket.send(Buffer.concat([Buffer.of(1), Buffer.from(`error forwarding: ${error.message}`)]));
      socket.close();
    });
    app.on("data", (chunk) => {
      if (socket.bufferedAmount > FULL_BYTES) app.pause();
      socket.send(Buffer.concat([Buffer.of(0), chunk]), () => app.resume());
    });
    app.on("close", () => socket.close());
    socket.on("message", (message: Buffer) => {
      if (!app.write(message.subarray(1))) {
        socket.pause();
        app.once("drain", () => socket.resume());
      }
    });
    socket.on("close", () => app.destroy());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const forward of this.forwards) forward.terminate();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const podNamed = (name: string) => ({
  metadata: { name, uid: name, creationTimestamp: "2026-01-01T00:00:00Z" },
  status: { phase: "Running", conditions: [{ type: "Ready", status: "True" }] },
});
