import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Clock } from "@/lib/core/clock";
import { fail, type Result } from "@/lib/core/result";
import type { LogState, LogTarget } from "@/lib/schemas/kube-log";
import type { ApiClient } from "../api-client";
import { problemOf, type ApiFailure } from "../api-failure";
import { createLineBatcher, type LineBatch, type LineBatcher } from "./line-batch";
import { createLogRing, type LogRing } from "./log-ring";
import { containerFate } from "./pod-fate";
import { createResumeFilter, repeated, resumeTime, type ResumeFilter } from "./resume-filter";

/** Lines that come together are sent together. */
const FLUSH_BYTES = 128 * 1024;
const FLUSH_AFTER_MS = 30;
/** Source: setTimeout(), its longest: 24 days. */
const FIRST_LINE_MS = 2 ** 31 - 1;
/** Old lines are not read faster than somebody takes them; new ones are never waited for. */
const MAX_BACKLOG_BYTES = 2 * 1024 * 1024;

/** Whoever reads a source. */
export interface LogReader {
  /** Lines came. */
  more(): void;
  said(state: LogState): void;
  /** Bytes it has not taken yet. */
  backlogBytes(): number;
}

export interface LogSourceNeeds {
  readonly target: LogTarget;
  readonly connect: () => Promise<Result<ApiClient, ApiFailure>>;
  readonly clock: Clock;
  /** Between two attempts; half of it at least, at random. */
  readonly retryMs: number;
}

/** Source: Kubernetes API reference, "read log of the specified Pod". */
export function logRequest(target: LogTarget, since: string | null) {
  const { namespace, pod, container, previous, tailLines, sinceSeconds } = target;
  const start =
    since === null
      ? {
          ...(tailLines === null ? {} : { tailLines: String(tailLines) }),
          ...(sinceSeconds === null ? {} : { sinceSeconds: String(sinceSeconds) }),
        }
      : { sinceTime: since };
  return {
    path: `/api/v1/namespaces/${namespace}/pods/${pod}/log`,
    query: {
      container,
      timestamps: "true",
      ...(previous ? { previous: "true" } : { follow: "true" }),
      ...start,
    },
  };
}

/** One log, read once from the API, whoever looks at it. */
export class LogSource {
  readonly epoch = randomUUID();
  readonly ring: LogRing = createLogRing();
  state: LogState = { state: "opening" };
  readonly #readers = new Set<LogReader>();
  readonly #needs: LogSourceNeeds;
  readonly #closing = new AbortController();
  readonly #startedAt: string;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #pendingLines = 0;
  #timer: NodeJS.Timeout | undefined;
  #since: string | null = null;
  #wake: (() => void) | null = null;

  constructor(needs: LogSourceNeeds) {
    this.#needs = needs;
    this.#startedAt = new Date(needs.clock.nowMs()).toISOString().slice(0, 19);
    void this.#run();
  }

  add(reader: LogReader): () => void {
    this.#readers.add(reader);
    reader.said(this.state);
    reader.more();
    return () => void this.#readers.delete(reader);
  }

  /** A reader took something. */
  taken(): void {
    if (this.#wake !== null && this.#slackReader()) this.#wake();
  }

  close(): void {
    this.#closing.abort();
    clearTimeout(this.#timer);
    this.#wake?.();
  }

  get #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      const opened = await this.#open();
      const goesOn = opened.ok
        ? await this.#read(opened.value)
        : await this.#refused(opened.problem);
      if (!goesOn) return;
      const { clock, retryMs } = this.#needs;
      await clock.sleep(retryMs * (0.5 + Math.random() / 2), this.#closing.signal);
    }
  }

  async #open(): Promise<Result<IncomingMessage, ApiFailure>> {
    const api = await this.#needs.connect();
    if (!api.ok) return fail(api.problem);
    const { signal } = this.#closing;
    // A container that never wrote anything answers with its first line, whenever that is.
    const timeoutMs = FIRST_LINE_MS;
    return api.value.stream({ ...logRequest(this.#needs.target, this.#since), signal, timeoutMs });
  }

  /** Reads until the stream ends; whether to try again. */
  async #read(stream: IncomingMessage): Promise<boolean> {
    const batcher = createLineBatcher();
    const since = this.#since;
    const filter = since === null ? null : createResumeFilter(repeated(this.ring.batches(), since));
    this.#say({ state: "live" });
    const isWhole = await this.#drain(stream, batcher, filter);
    this.#flush();
    if (this.#isClosed) return false;
    if (!isWhole) return this.#lost();
    const last = batcher.rest();
    if (last !== null) this.#take(filter === null ? last : filter.apply(last));
    this.#flush();
    return this.#ended();
  }

  /** False when the connection broke off. */
  async #drain(
    stream: IncomingMessage,
    batcher: LineBatcher,
    filter: ResumeFilter | null,
  ): Promise<boolean> {
    let resume = filter;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        const batch = batcher.push(chunk);
        if (batch === null) continue;
        this.#take(resume === null ? batch : resume.apply(batch));
        if (resume?.isDone === true) resume = null;
        await this.#waitForReaders();
      }
      return true;
    } catch {
      return false; // cut anywhere: what was half a line comes again as a whole one
    }
  }

  #take(batch: LineBatch | null): void {
    if (batch === null) return;
    this.#since = resumeTime(batch) ?? this.#since;
    this.#pending.push(batch.data);
    this.#pendingBytes += batch.data.length;
    this.#pendingLines += batch.lines;
    if (this.#pendingBytes >= FLUSH_BYTES) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), FLUSH_AFTER_MS);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pendingLines === 0) return;
    this.ring.push({ data: Buffer.concat(this.#pending), lines: this.#pendingLines });
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#pendingLines = 0;
    for (const reader of this.#readers) reader.more();
  }

  #slackReader(): boolean {
    return [...this.#readers].some((reader) => reader.backlogBytes() < MAX_BACKLOG_BYTES);
  }

  /** History is read as fast as the fastest reader takes it, so that nothing of it is skipped. */
  async #waitForReaders(): Promise<void> {
    const isHistory = this.#since !== null && this.#since < this.#startedAt;
    if (!isHistory || this.#readers.size === 0 || this.#slackReader()) return;
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
  }

  async #ended(): Promise<boolean> {
    if (this.#needs.target.previous)
      return this.#end("complete", "This is all there is of the previous run.");
    const api = await this.#needs.connect();
    const fate = api.ok
      ? await containerFate(api.value, this.#needs.target)
      : ({ fate: "unknown" } as const);
    if (fate.fate === "deleted") return this.#end("pod-deleted", fate.detail);
    if (fate.fate === "ended") return this.#end("container-ended", fate.detail);
    if (fate.fate === "restarting")
      this.#say({ state: "waiting", reason: "restarting", detail: fate.detail });
    return true;
  }

  #lost(): boolean {
    this.#say({
      state: "reconnecting",
      problem: {
        code: "cluster.unreachable",
        detail: "The connection to the log broke off.",
        remedies: ["Wait: it is taken up again where it was."],
      },
    });
    return true;
  }

  async #refused(failure: ApiFailure): Promise<boolean> {
    if (this.#isClosed) return false;
    const { httpStatus, detail } = failure;
    const { pod, previous } = this.#needs.target;
    if (httpStatus === 404) return this.#end("pod-deleted", `Pod ${pod} does not exist any more.`);
    if (httpStatus === 403) return this.#end("refused", detail);
    if (httpStatus === 400 && previous) return this.#end("complete", "There is no previous run.");
    // Source: the API answers 400 "container … is waiting to start: ContainerCreating".
    if (httpStatus === 400) this.#say({ state: "waiting", reason: "not-started", detail });
    else this.#say({ state: "reconnecting", problem: problemOf(failure) });
    return true;
  }

  #end(reason: Extract<LogState, { state: "ended" }>["reason"], detail: string): boolean {
    this.#say({ state: "ended", reason, detail });
    return false;
  }

  #say(state: LogState): void {
    this.state = state;
    for (const reader of this.#readers) reader.said(state);
  }
}
