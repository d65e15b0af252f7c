import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "@/server/kube/api-link";
import { selfSigned } from "@/server/kube-proxy/self-signed";

const NAME = "cluster.test";
const certificate = () =>
  selfSigned({ name: NAME, from: new Date("2020-01-01"), until: new Date("2040-01-01") });

interface Attributes {
  readonly verb: string;
  readonly resource: string;
}

/** A cluster behind real TLS that knows tokens, rights, and objects that were applied to it. */
export class TlsApi implements AsyncDisposable {
  readonly tokens = new Set(["good"]);
  /** Paths of objects that are in it. */
  readonly objects = new Set<string>();
  readonly asked: string[] = [];
  /** What the credential may do; people may everything. */
  allows: (attributes: Attributes) => boolean = () => true;
  uid = `uid-${crypto.randomUUID()}`;
  version = "v1.34.4+k3s1";
  redirectsTo: string | null = null;
  readonly caPem: string;
  readonly #server: Server;

  private constructor() {
    const { keyPem, certificatePem } = certificate();
    this.caPem = certificatePem;
    this.#server = createServer({ key: keyPem, cert: certificatePem }, (request, response) => {
      void this.#answer(request, response);
    });
  }

  static async start(): Promise<TlsApi> {
    const api = new TlsApi();
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", () => resolve()));
    return api;
  }

  get server(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A kubeconfig to it; with another authority, name or token where the test says so. */
  kubeconfig({
    token = "good",
    caPem = this.caPem,
    name = NAME,
    server = this.server,
  } = {}): string {
    return JSON.stringify({
      kind: "Config",
      "current-context": "lab",
      contexts: [{ name: "lab", context: { cluster: "lab-cluster", user: "ada" } }],
      clusters: [
        {
          name: "lab-cluster",
          cluster: {
            server,
            "tls-server-name": name,
            "certificate-authority-data": btoa(caPem),
          },
        },
      ],
      users: [{ name: "ada", user: { token } }],
    });
  }

  /** The PEM of an authority that has nothing to do with it. */
  static strangerPem(): string {
    return certificate().certificatePem;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.server);
    this.asked.push(`${request.method ?? ""} ${pathname}`);
    const say = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (this.redirectsTo !== null) {
      response.writeHead(302, { location: this.redirectsTo }).end();
      return;
    }
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    if (!this.tokens.has(token)) return say(401, { kind: "Status", message: "Unauthorized" });
    const text = await readBody(request);
    const isPerson = request.headers["impersonate-user"] !== undefined;
    say(...this.#reply({ method: request.method ?? "", pathname, text, isPerson }));
  }

  #reply(of: {
    method: string;
    pathname: string;
    text: string;
    isPerson: boolean;
  }): [number, object] {
    const { method, pathname, text, isPerson } = of;
    if (pathname.endsWith("/selfsubjectreviews"))
      return [201, { status: { userInfo: { username: "ada" } } }];
    if (pathname.endsWith("/selfsubjectaccessreviews")) {
      const { spec } = JSON.parse(text) as { spec: { resourceAttributes: Attributes } };
      return [201, { status: { allowed: this.allows(spec.resourceAttributes) } }];
    }
    if (isPerson && !this.allows({ verb: "impersonate", resource: "users" })) return [403, {}];
    const fixed: Readonly<Record<string, object>> = {
      "/version": { gitVersion: this.version },
      "/api/v1/nodes": { items: [{ metadata: { name: "one" } }] },
      "/api/v1/namespaces/kube-system": { metadata: { uid: this.uid } },
    };
    const known = fixed[pathname];
    if (known !== undefined) return [200, known];
    if (method === "PATCH") {
      if (!isPerson && !this.allows({ verb: "patch", resource: "clusterroles" })) return [403, {}];
      this.objects.add(pathname);
    }
    if (!this.objects.has(pathname)) return [404, { kind: "Status", message: "not found" }];
    if (method === "DELETE") this.objects.delete(pathname);
    return [200, {}];
  }
}
