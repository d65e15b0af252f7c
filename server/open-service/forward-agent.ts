import http, { type ClientRequestArgs } from "node:http";
import type { Duplex } from "node:stream";
import type { Problem } from "@/lib/core/problem";
import type { Result } from "@/lib/core/result";

/** More than a browser opens to one origin. Source: RFC 9112 section 9.4; browsers use six. */
const MAX_SOCKETS = 32;
const MAX_FREE_SOCKETS = 6;

/** There is no way to the app now. */
export class DialFailed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Makes a connection to the app, or fails with why there is none. */
export type Dialler = () => Promise<Result<Duplex>>;
type Connected = (error: Error | null, socket: Duplex) => void;

const NO_SOCKET = undefined as unknown as Duplex; // Node looks at the error first

/** Hands a dialled connection, or why there is none, to Node's HTTP client. */
export function connectBy(dial: Dialler, connected: Connected): undefined {
  dial().then(
    (dialled) =>
      dialled.ok
        ? connected(null, dialled.value)
        : connected(new DialFailed(dialled.problem), NO_SOCKET),
    (error: Error) => connected(error, NO_SOCKET),
  );
}

/** Keeps connections to one app, so that a page of many parts costs few. */
export class ForwardAgent extends http.Agent {
  readonly #dial: Dialler;

  constructor(dial: Dialler) {
    super({ keepAlive: true, maxSockets: MAX_SOCKETS, maxFreeSockets: MAX_FREE_SOCKETS });
    this.#dial = dial;
  }

  override createConnection(_: ClientRequestArgs, connected?: Connected): undefined {
    if (connected !== undefined) connectBy(this.#dial, connected);
  }
}
