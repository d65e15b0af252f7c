import { Duplex } from "node:stream";
import { WebSocket } from "ws";

/** Source: Kubernetes, port-forward over WebSocket (v4.channel.k8s.io): one pair of channels for each port. */
const DATA = 0;
const ERROR = 1;
/** Well below the 32 MiB at which the kubelet's library gives up. */
const MAX_FRAME_BYTES = 64 * 1024;
/** Below the 30 s after which proxies give up an idle connection. */
const PING_EVERY_MS = 20_000;

/** The pod said why nothing comes from that port. */
export class ForwardRefused extends Error {
  readonly code = "FORWARD_REFUSED";
}

/**
 * One TCP connection to a port of a pod, carried by a WebSocket to the API. Each side is read only as fast as the
 * other takes it. It has what Node's HTTP agent asks of a socket.
 */
export class ForwardStream extends Duplex {
  readonly #socket: WebSocket;
  readonly #ping: NodeJS.Timeout;
  /** Each channel begins with a message that repeats the port. */
  readonly #begun = new Set<number>();

  constructor(socket: WebSocket) {
    super({ allowHalfOpen: false });
    this.#socket = socket;
    this.#ping = setInterval(() => socket.ping(), PING_EVERY_MS).unref();
    socket.on("message", (message: Buffer) => this.#take(message));
    socket.on("error", (error) => this.destroy(error));
    socket.once("close", () => {
      clearInterval(this.#ping);
      if (!this.destroyed) this.push(null);
    });
  }

  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setTimeout(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return done(reset());
    for (let at = 0; at < chunk.length; at += MAX_FRAME_BYTES) {
      const end = Math.min(at + MAX_FRAME_BYTES, chunk.length);
      const frame = Buffer.allocUnsafe(end - at + 1);
      frame[0] = DATA;
      chunk.copy(frame, 1, at, end);
      if (end === chunk.length) this.#socket.send(frame, done);
      else this.#socket.send(frame);
    }
  }

  override _final(done: () => void): void {
    this.#socket.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.#ping);
    this.#socket.terminate();
    done(error);
  }

  #take(message: Buffer): void {
    const [channel = -1] = message;
    if (!this.#begun.has(channel)) return void this.#begun.add(channel);
    const content = message.subarray(1);
    if (channel === ERROR && content.length > 0)
      this.destroy(new ForwardRefused(content.toString("utf8").slice(0, 500)));
    if (channel === DATA && content.length > 0 && !this.push(content)) this.#socket.pause();
  }
}

const reset = () => Object.assign(new Error("the connection is closed"), { code: "ECONNRESET" });
