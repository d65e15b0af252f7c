import type { Clock } from "@/lib/core/clock";
import { fail, type Result } from "@/lib/core/result";
import type { Kind } from "@/lib/kube/kind";
import type { KubeStatus, WatchEvent } from "@/lib/kube/kube-object";
import { reduceWatch, type WatchState } from "@/lib/kube/reduce-watch";
import type { ApiClient } from "./api-client";
import { strangeFailure, type ApiFailure } from "./api-failure";
import { createSharer } from "./share-strings";
import { listKind } from "./list-kind";
import { watchKind } from "./watch-kind";

/** How patient a watcher is. */
export interface WatchTiming {
  /** The server ends each watch after this, up to a fifth more so that kinds do not restart together. */
  readonly watchSeconds: number;
  /** A watch that outlives its own end by this is dead. With the figures below that is found within 43 s. */
  readonly stallSlackMs: number;
  /** First and longest pause after failures; nothing is asked twice within the first. */
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** How often it is asked whether a kind that the cluster lacks was installed meanwhile. */
  readonly missingEveryMs: number;
}

export const WATCH_TIMING: WatchTiming = {
  watchSeconds: 30,
  stallSlackMs: 7_000,
  backoffMs: 1_000,
  maxBackoffMs: 10_000,
  missingEveryMs: 20_000,
};

export interface WatcherOptions {
  readonly kind: Kind;
  readonly clock: Clock;
  readonly timing: WatchTiming;
  /** 0 to 1. */
  readonly random: () => number;
  /** The connection of the moment; asked again before every attempt. */
  readonly connect: () => Promise<Result<ApiClient, ApiFailure>>;
  /** Rows changed, or whether they can be trusted. */
  readonly onChange: () => void;
  readonly onFailure: (failure: ApiFailure) => void;
}

/** Of its own for each kind: what is worked out of rows is remembered by their map. */
const nothing = (): WatchState => ({ rows: new Map(), resourceVersion: "" });

/**
 * The API says "not found" to the list of a group it does not serve. Its core group ("v1") is always there: who
 * does not find that is no Kubernetes.
 */
const isUnknownKind = ({ httpStatus }: ApiFailure, { resource }: Kind) =>
  httpStatus === 404 && resource.apiVersion.includes("/");

/** Keeps the rows of one kind: lists, watches, and both again for as long as it lives. */
export class KindWatcher {
  readonly #options: WatcherOptions;
  readonly #life = new AbortController();
  #attempt = new AbortController();
  #state: WatchState | null = null;
  #mustList = true;
  #failures = 0;
  #failure: ApiFailure | null = null;
  #isOpen = false;
  #isMissing = false;
  #provedAtMs: number | null = null;

  constructor(options: WatcherOptions) {
    const { kind } = options;
    const share = createSharer();
    this.#options = {
      ...options,
      kind: { ...kind, project: (object) => share(kind.project(object)) },
    };
    void this.#run();
  }

  /** null before the first list. */
  get state(): WatchState | null {
    return this.#state;
  }
  get failure(): ApiFailure | null {
    return this.#failure;
  }
  /** Whether a watch is open, so that no news is good news. */
  get isOpen(): boolean {
    return this.#isOpen;
  }
  /** Whether the cluster does not have this kind. */
  get isMissing(): boolean {
    return this.#isMissing;
  }
  /** When the API last proved that the rows are true; null before the first list. */
  get provedAtMs(): number | null {
    return this.#provedAtMs;
  }

  /** Ends what it is doing, a pause too, and goes on at once from the version it has. */
  restart(): void {
    this.#attempt.abort();
  }

  stop(): void {
    this.#life.abort();
  }

  async #run(): Promise<void> {
    const { clock, timing } = this.#options;
    while (!this.#life.signal.aborted) {
      this.#attempt = new AbortController();
      const signal = AbortSignal.any([this.#life.signal, this.#attempt.signal]);
      const startedAtMs = clock.nowMs();
      const listed = await this.#once(signal);
      // A watch that ends at once must not become a busy loop; a list is followed by its watch at once. The machine's
      // clock may have been put back meanwhile.
      const restMs = listed ? 0 : startedAtMs + timing.backoffMs - clock.nowMs();
      const waitMs = Math.max(Math.min(restMs, timing.backoffMs), this.#pauseMs());
      if (waitMs > 0) await clock.sleep(waitMs, signal);
    }
  }

  /** One list or one watch. Answers whether it listed. */
  async #once(signal: AbortSignal): Promise<boolean> {
    const api = await this.#options.connect();
    if (!api.ok) this.#failed(api.problem);
    else if (this.#state === null || this.#mustList) return this.#list(api.value, signal);
    else await this.#watch(api.value, this.#state.resourceVersion, signal);
    return false;
  }

  async #list(api: ApiClient, signal: AbortSignal): Promise<boolean> {
    const listed = await listKind(api, this.#options.kind, signal).catch((error: unknown) => {
      // What no kind can be made of, such as an object without metadata.
      if (error instanceof TypeError) return fail(strangeFailure(api.server));
      throw error;
    });
    if (signal.aborted) return false;
    const isMissing = !listed.ok && isUnknownKind(listed.problem, this.#options.kind);
    if (!listed.ok && !isMissing) {
      this.#failed(listed.problem);
      return false;
    }
    const isNews = listed.ok || !this.#isMissing;
    this.#state = listed.ok ? listed.value : nothing();
    this.#isMissing = isMissing;
    this.#mustList = isMissing;
    this.#proved();
    if (isNews) this.#options.onChange();
    return !isMissing;
  }

  async #watch(api: ApiClient, resourceVersion: string, signal: AbortSignal): Promise<void> {
    const { timing, random, kind } = this.#options;
    const timeoutSeconds = Math.round(timing.watchSeconds * (1 + random() / 5));
    const watched = await watchKind(api, {
      path: kind.path,
      resourceVersion,
      timeoutSeconds,
      deadlineMs: timeoutSeconds * 1000 + timing.stallSlackMs,
      signal,
      onOpen: () => {
        this.#isOpen = true;
        this.#proved();
      },
      onEvents: (events) => this.#apply(events),
    });
    this.#isOpen = false;
    if (watched.ok || signal.aborted) return;
    // Too old a version: the rows stay on the page until the new list replaces them. Or the kind was taken away.
    const { problem } = watched;
    if (problem.httpStatus === 410 || isUnknownKind(problem, kind)) this.#mustList = true;
    else this.#failed(problem);
  }

  #apply(events: readonly WatchEvent[]): KubeStatus | null {
    if (this.#state === null) return null;
    const { state, changed, error } = reduceWatch(this.#state, events, this.#options.kind);
    this.#state = state;
    this.#provedAtMs = this.#options.clock.nowMs();
    if (changed) this.#options.onChange();
    return error;
  }

  #proved(): void {
    this.#provedAtMs = this.#options.clock.nowMs();
    this.#failures = 0;
    if (this.#failure === null) return;
    this.#failure = null;
    this.#options.onChange();
  }

  #failed(failure: ApiFailure): void {
    if (this.#life.signal.aborted) return;
    const isNews = this.#failure?.detail !== failure.detail;
    this.#failures += 1;
    this.#failure = failure;
    this.#options.onFailure(failure);
    if (isNews) this.#options.onChange();
  }

  /** Doubles up to the bound, with jitter; never earlier than the API asked for. */
  #pauseMs(): number {
    const { timing, random } = this.#options;
    if (this.#isMissing) return timing.missingEveryMs;
    if (this.#failures === 0) return 0;
    const doubledMs = timing.backoffMs * 2 ** Math.min(this.#failures - 1, 6);
    const cappedMs = Math.min(doubledMs, timing.maxBackoffMs) * (0.75 + random() / 4);
    return Math.max(timing.backoffMs, cappedMs, this.#failure?.retryAfterMs ?? 0);
  }
}
