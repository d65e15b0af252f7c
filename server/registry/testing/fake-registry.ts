import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

/** A registry of one's own that speaks the distribution contract over http, with a token service beside it. */
export interface FakeRegistry extends AsyncDisposable {
  /** "127.0.0.1:4711", as it is written in an image's name. */
  readonly host: string;
  /** "GET /v2/…" in the order they came, the token service's too. */
  readonly asked: readonly string[];
  /** How often anybody connected, whatever was said then. */
  readonly connections: () => number;
  /** The headers that came with each. */
  readonly headers: readonly IncomingMessage["headers"][];
  /** Stores a manifest under a tag and its digest; answers the digest. */
  put(repository: string, tag: string, manifest: object): string;
  /** Stores a blob; answers its digest. */
  blob(repository: string, content: object): string;
  /** From now on every request goes here instead. */
  instead(handle: Handle): void;
  /** From now on a token is needed; `realm`: where it is said to be had. */
  lock(realm?: string): void;
}

const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

export async function fakeRegistry(address = "127.0.0.1"): Promise<FakeRegistry> {
  const contents = new Map<string, string>();
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  let instead: Handle | null = null;
  let realm: string | null = null;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    if (instead !== null) return instead(request, response);
    const url = request.url ?? "";
    if (url.startsWith("/token")) return void response.end(JSON.stringify({ token: "t0ken" }));
    if (realm !== null && request.headers.authorization !== "Bearer t0ken") {
      const challenge = `Bearer realm="${realm}",service="fake"`;
      return void response.writeHead(401, { "www-authenticate": challenge }).end("{}");
    }
    const content = contents.get(url);
    if (content === undefined)
      return void response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    const digest = digestOf(content);
    response.writeHead(200, { "docker-content-digest": digest, "content-length": content.length });
    response.end(request.method === "HEAD" ? undefined : content);
  });
  let connections = 0;
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const host = `${address}:${(server.address() as AddressInfo).port}`;
  const store = (path: string, content: string) => void contents.set(path, content);
  return {
    host,
    asked,
    connections: () => connections,
    headers,
    put: (repository, tag, manifest) => {
      const text = JSON.stringify(manifest);
      store(`/v2/${repository}/manifests/${tag}`, text);
      store(`/v2/${repository}/manifests/${digestOf(text)}`, text);
      return digestOf(text);
    },
    blob: (repository, content) => {
      const text = JSON.stringify(content);
      store(`/v2/${repository}/blobs/${digestOf(text)}`, text);
      return digestOf(text);
    },
    instead: (handle) => void (instead = handle),
    lock: (where = `http://${host}/token`) => void (realm = where),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
