import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { secret } from "@/lib/core/secret";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";

const BASE_MS = Date.UTC(2026, 10, 23, 10, 0, 0);

interface Follower {
  readonly response: ServerResponse;
  next: number;
}

/**
 * A stand-in for the API's log of one container. Line n (from 1) is always the same text at the same time, so that
 * nothing is stored and whoever reads can tell what is missing. Like the real one it takes whole seconds as sinceTime.
 */
export class FakeLogApi implements AsyncDisposable {
  /** How many lines the container has written. */
  written = 0;
  /** Requests so far. */
  readonly asked: URLSearchParams[] = [];
  /** What GET of the pod answers; null: it is gone. */
  pod: object | null = { metadata: { uid: "1" }, spec: { restartPolicy: "Always" } };
  /** Answers a request for the log itself when it returns true; for faults. */
  intercept: (response: ServerResponse) => boolean = () => false;
  readonly #followers = new Set<Follower>();
  readonly #linesPerSecond: number;
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    if (url.pathname.endsWith("/log")) this.#log(url.searchParams, response);
    else if (this.pod === null) response.writeHead(404).end(`{"code":404}`);
    else response.end(JSON.stringify(this.pod));
  });

  private constructor(linesPerSecond: number) {
    this.#linesPerSecond = linesPerSecond;
  }

  static async start(linesPerSecond = 100): Promise<FakeLogApi> {
    const api = new FakeLogApi(linesPerSecond);
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get credentials(): KubeCredentials {
    const identity = { kind: "token", token: secret("t") } as const;
    return { server: `http://127.0.0.1:${this.port}`, caPem: "", identity };
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Line n, without its newline: its time tells its number, too. */
  line(n: number): string {
    const ms = BASE_MS + Math.floor((n * 1000) / this.#linesPerSecond);
    const nanos = String(n % 1_000_000).padStart(6, "0");
    return `${new Date(ms).toISOString().slice(0, 23)}${nanos}Z line ${n} of a log that somebody reads`;
  }

  /** The container writes more lines. */
  write(count: number): void {
    this.written += count;
    for (const follower of this.#followers) this.#send(follower);
  }

  /** Sends raw bytes to whoever follows. */
  raw(text: string): void {
    for (const { response } of this.#followers) response.write(text);
  }

  /** Cuts every connection, each within a line. */
  cut(): void {
    for (const { response, next } of this.#followers) {
      response.write(this.line(next).slice(0, 20));
      response.socket?.destroySoon();
    }
    this.#followers.clear();
  }

  /** Ends every log, as when the container ended. */
  end(): void {
    for (const { response } of this.#followers) response.end();
    this.#followers.clear();
  }

  #firstSince(time: string): number {
    return Math.max(1, Math.ceil(((Date.parse(time) - BASE_MS) * this.#linesPerSecond) / 1000));
  }

  #log(query: URLSearchParams, response: ServerResponse): void {
    this.asked.push(query);
    if (this.intercept(response)) return;
    const since = query.get("sinceTime");
    const tail = query.get("tailLines");
    const first = since === null ? 1 : this.#firstSince(since);
    const next = tail === null ? first : Math.max(first, this.written - Number(tail) + 1);
    response.writeHead(200, { "content-type": "text/plain" }).flushHeaders();
    const follower = { response, next };
    this.#send(follower);
    if (query.get("follow") !== "true") return void response.end();
    this.#followers.add(follower);
    response.on("close", () => this.#followers.delete(follower));
  }

  #send(follower: Follower): void {
    let text = "";
    for (; follower.next <= this.written; follower.next += 1) {
      text += `${this.line(follower.next)}\n`;
      if (text.length > 60_000) {
        follower.response.write(text);
        text = "";
      }
    }
    if (text !== "") follower.response.write(text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
