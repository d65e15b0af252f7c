import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { KubeObject } from "@/lib/kube/kube-object";
import { secret } from "@/lib/core/secret";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";

/** What a request to the fake was. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A small server that speaks LIST, WATCH and /readyz as the Kubernetes API documents them. */
export class FakeKubeApi implements AsyncDisposable {
  readonly asked: Asked[] = [];
  /** Answers a request itself when it returns true; for faults. */
  intercept: (asked: Asked, response: ServerResponse) => boolean = () => false;
  #objects = new Map<string, KubeObject>();
  #version = 100;
  readonly #watches = new Set<ServerResponse>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => this.#answer(request, response));

  private constructor() {
    this.#server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
  }

  static async start(): Promise<FakeKubeApi> {
    const api = new FakeKubeApi();
    await api.listen(0);
    return api;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, "127.0.0.1", () => resolve()));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get credentials(): KubeCredentials {
    const identity = { kind: "token", token: secret("t") } as const;
    return { server: `http://127.0.0.1:${this.port}`, caPem: "", identity };
  }

  get openWatches(): number {
    return this.#watches.size;
  }

  countOf(watch: boolean, path = "/api/v1/pods"): number {
    return this.asked.filter((asked) => asked.path === path && isWatch(asked) === watch).length;
  }

  put(object: { name: string; status?: object; spec?: object }): void {
    this.#version += 1;
    const uid = `uid-${object.name}`;
    const made: KubeObject = {
      metadata: {
        name: object.name,
        namespace: "web",
        uid,
        resourceVersion: String(this.#version),
      },
      spec: object.spec ?? { containers: [{ name: "c" }] },
      status: object.status ?? {
        phase: "Running",
        containerStatuses: [{ ready: true, state: { running: {} } }],
      },
    };
    const type = this.#objects.has(uid) ? "MODIFIED" : "ADDED";
    this.#objects.set(uid, made);
    this.send(`${JSON.stringify({ type, object: made })}\n`);
  }

  remove(name: string): void {
    const object = this.#objects.get(`uid-${name}`);
    this.#objects.delete(`uid-${name}`);
    this.#version += 1;
    const metadata = { ...object?.metadata, resourceVersion: String(this.#version) };
    this.send(`${JSON.stringify({ type: "DELETED", object: { ...object, metadata } })}\n`);
  }

  /** Writes raw bytes to every open watch. */
  send(text: string | Buffer): void {
    for (const watch of this.#watches) watch.write(text);
  }

  /** Forgets history: every watch from an older version is answered with 410. */
  compact(): void {
    this.#oldest = this.#version + 1;
    this.#version += 1;
    this.send(`${JSON.stringify(EXPIRED)}\n`);
    for (const watch of this.#watches) watch.end();
  }
  #oldest = 0;

  /** Cuts every connection, as a load balancer that goes away. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Stops listening too. */
  async away(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.cut();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#server.listening) await this.away();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", "http://fake");
    const asked = { path: url.pathname, query: url.searchParams };
    this.asked.push(asked);
    if (this.intercept(asked, response)) return;
    if (asked.path === "/readyz") return void response.end("ok");
    if (isWatch(asked)) return this.#watch(asked, response);
    this.#list(asked, response);
  }

  #list({ query }: Asked, response: ServerResponse): void {
    const limit = Number(query.get("limit"));
    const from = Number(query.get("continue") ?? 0);
    const all = [...this.#objects.values()];
    const items = all.slice(from, from + limit);
    const next = from + limit < all.length ? { continue: String(from + limit) } : {};
    const metadata = { resourceVersion: String(this.#version), ...next };
    response.end(JSON.stringify({ metadata, items }));
  }

  #watch({ query }: Asked, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "application/json" });
    response.flushHeaders();
    if (Number(query.get("resourceVersion")) < this.#oldest) {
      response.end(`${JSON.stringify(EXPIRED)}\n`);
      return;
    }
    this.#watches.add(response);
    response.on("close", () => this.#watches.delete(response));
  }
}

const isWatch = ({ query }: Asked) => query.get("watch") === "true";

/** Source: Kubernetes API concepts, "410 Gone responses". */
const EXPIRED = {
  type: "ERROR",
  object: { kind: "Status", code: 410, reason: "Expired", message: "too old resource version" },
};
