import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { secret } from "@/lib/core/secret";
import { createApiClient, type ApiClient } from "@/server/kube/api-client";
import { readBody } from "@/server/kube/api-link";

/** A request as the API server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** What it answers: a status and an object. */
export type Answer = readonly [status: number, body: object];
type Script = (seen: Seen) => Answer | null;

/** Source: Kubernetes API reference, meta/v1 APIResourceList. */
const DISCOVERY: Readonly<Record<string, readonly object[]>> = {
  "/api/v1": [
    { name: "pods", kind: "Pod", namespaced: true },
    { name: "nodes", kind: "Node", namespaced: false },
    { name: "namespaces", kind: "Namespace", namespaced: false },
    { name: "configmaps", kind: "ConfigMap", namespaced: true },
    { name: "secrets", kind: "Secret", namespaced: true },
    { name: "pods/eviction", kind: "Eviction", namespaced: true },
  ],
  "/apis/apps/v1": [
    { name: "deployments", kind: "Deployment", namespaced: true },
    { name: "deployments/scale", kind: "Scale", namespaced: true },
  ],
};

/** A Status, as the API refuses with. */
export const refusal = (code: number, message: string, details: object = {}): Answer => [
  code,
  { kind: "Status", code, message, details },
];

/** An API server that answers as a test's script says; discovery by itself, everything else with 404. */
export class ScriptedApi implements AsyncDisposable {
  /** Without discovery. */
  readonly seen: readonly Seen[];
  readonly client: ApiClient;
  readonly #server: Server;

  private constructor(server: Server, seen: readonly Seen[]) {
    this.#server = server;
    this.seen = seen;
    const { port } = server.address() as AddressInfo;
    this.client = createApiClient({
      server: `http://127.0.0.1:${port}`,
      caPem: "",
      identity: { kind: "token", token: secret("t") },
    });
  }

  static async start(script: Script): Promise<ScriptedApi> {
    const seen: Seen[] = [];
    const server = createServer((request, response) => {
      void readBody(request).then((text) => {
        const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://fake");
        const body = text === "" ? null : (JSON.parse(text) as unknown);
        const asked = { method: request.method ?? "", path, query, headers: request.headers, body };
        const resources = DISCOVERY[path];
        if (resources === undefined) seen.push(asked);
        const [status, answer] =
          resources === undefined
            ? (script(asked) ?? refusal(404, `${path} not found`))
            : [200, { resources }];
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new ScriptedApi(server, seen);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
