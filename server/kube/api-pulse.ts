import type { Clock } from "@/lib/core/clock";
import { fail, type Result } from "@/lib/core/result";
import type { ApiClient } from "./api-client";
import type { ApiFailure } from "./api-failure";
import type { CacheTiming } from "./cache-timing";
import { probeApi } from "./probe-api";

interface Options {
  readonly clock: Clock;
  readonly timing: CacheTiming;
  readonly connect: () => Promise<Result<ApiClient, ApiFailure>>;
  /** The link is of no use any more. */
  readonly renew: () => void;
  /** Asked before each question; false ends the asking. */
  readonly isNeeded: () => boolean;
  /** The API went away, or came back. */
  readonly onTurn: (isWell: boolean) => void;
}

/** There was no answer at all, for another reason than that the panel does not know how to ask. */
const isLost = ({ httpStatus, code }: ApiFailure) =>
  httpStatus === null && code !== "cluster.credentials";

/** Asks one API again and again whether it is there, as long as that is of use to anybody. */
export class ApiPulse {
  readonly #options: Options;
  readonly #life = new AbortController();
  /** Ends the pause before the next question. */
  #wake = new AbortController();
  #isRunning = false;
  #failure: ApiFailure | null = null;
  #failures = 0;
  #askedAtMs = -Infinity;
  #provedAtMs: number | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Why the API cannot be used now; null while it can, and before the first answer. */
  get failure(): ApiFailure | null {
    return this.#failure;
  }
  /** When it last answered well. */
  get provedAtMs(): number | null {
    return this.#provedAtMs;
  }

  /** Begins to ask, where it does not already. */
  start(): void {
    if (!this.#isRunning) void this.#run();
  }

  stop(): void {
    this.#life.abort();
  }

  /** The connection for everything else. While the API is known to be away only our own question goes out. */
  async connect(): Promise<Result<ApiClient, ApiFailure>> {
    const known = this.#failure;
    return known !== null && isLost(known) ? fail(known) : this.#options.connect();
  }

  /** Somebody met this failure. Whether all of the API is away is asked at once, but not again and again. */
  doubt(failure: ApiFailure): void {
    const { clock, timing } = this.#options;
    const sinceMs = Math.abs(clock.nowMs() - this.#askedAtMs);
    const isNews = isLost(failure) && this.#failure === null;
    if (isNews && sinceMs >= timing.backoffMs) this.#wake.abort();
  }

  async #run(): Promise<void> {
    const { clock, isNeeded } = this.#options;
    this.#isRunning = true;
    while (!this.#life.signal.aborted) {
      this.#wake = new AbortController();
      await clock.sleep(this.#pauseMs(), AbortSignal.any([this.#life.signal, this.#wake.signal]));
      if (!isNeeded()) break;
      await this.#ask();
    }
    this.#isRunning = false;
    this.#failure = null;
    this.#failures = 0;
  }

  /** Shorter at first while it is away, so that pages hear soon that it is back. */
  #pauseMs(): number {
    const { backoffMs, probeEveryMs } = this.#options.timing;
    if (this.#failures === 0) return probeEveryMs;
    return Math.min(backoffMs * 2 ** (this.#failures - 1), probeEveryMs);
  }

  async #ask(): Promise<void> {
    const { clock, timing, connect, renew, onTurn } = this.#options;
    this.#askedAtMs = clock.nowMs();
    const api = await connect();
    const { signal } = this.#life;
    const failure = api.ok ? await probeApi(api.value, timing.probeTimeoutMs, signal) : api.problem;
    if (signal.aborted) return;
    const wasWell = this.#failure === null;
    this.#failure = failure;
    this.#failures = failure === null ? 0 : this.#failures + 1;
    if (failure === null) this.#provedAtMs = clock.nowMs();
    // A dead link may still look open to every watch over it.
    else renew();
    if (wasWell !== (failure === null)) onTurn(failure === null);
  }
}
