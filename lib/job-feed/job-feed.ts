import type { JobEventsAnswer } from "@/lib/schemas/job";
import type { JobEvent } from "@/lib/schemas/job-event";
import { emptyJobView, type JobView, reduceJob } from "@/lib/schemas/job-view";
import { attemptStart } from "./attempt-start";
import type { JobLogLine } from "./log-line";
import { createLogStore } from "./log-store";

/** What the page draws. A new object whenever anything changed. */
export interface JobPicture {
  readonly view: JobView;
  /** Last event known to exist; `view.lastSeq` runs up to it while pages are read. */
  readonly knownSeq: number;
  /** False until everything that existed when one came has been read. */
  readonly complete: boolean;
  /** Why reading stopped; it is tried again by itself. */
  readonly trouble: unknown;
  readonly logLines: number;
}

export interface JobFeedDeps {
  /** Events after `seq`, oldest first, at most one page. */
  readonly readEvents: (afterSeq: number, signal: AbortSignal) => Promise<JobEventsAnswer>;
  /** Resolves after `ms`, or at once when aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Runs the call soon, together with others: once a frame in a browser. */
  readonly schedule: (run: () => void) => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * One job as it happens. Events are applied strictly by their dense `seq`: a duplicate is dropped, a later
 * one waits until those between have been read over HTTP. So the picture has no gap and no duplicate.
 */
export class JobFeed {
  readonly #deps: JobFeedDeps;
  readonly #logs = createLogStore();
  readonly #early = new Map<number, JobEvent>();
  readonly #listeners = new Set<() => void>();
  #closing = new AbortController();
  #view = emptyJobView;
  #knownSeq = 0;
  #complete = false;
  #trouble: unknown = null;
  #reading = false;
  #readAgain = false;
  #announced = false;
  #picture: JobPicture = this.#draw();

  constructor(deps: JobFeedDeps) {
    this.#deps = deps;
  }

  /** Begins to read; answers with how to stop. May be opened again: what was read is kept. */
  open(): () => void {
    this.#closing = new AbortController();
    this.#reading = false;
    const { signal } = this.#closing;
    this.catchUp();
    return () => {
      if (signal === this.#closing.signal) this.#closing.abort();
    };
  }

  /** Takes events from the socket, in any order, any number of times. */
  push(events: readonly JobEvent[]): void {
    this.#take(events);
    if (this.#early.size > 0) this.catchUp();
  }

  /** Reads what is missing: at first, after every (re)connection, and by itself on a gap. */
  catchUp(): void {
    this.#readAgain = true;
    if (this.#reading || this.#closing.signal.aborted) return;
    this.#reading = true;
    void this.#readWhileAsked(this.#closing.signal);
  }

  /** The picture now; the same object until something changes. */
  readonly picture = (): JobPicture => this.#picture;

  /** Lines of one step, or of the whole job; the same array until one is added. */
  lines(node: string | null): readonly JobLogLine[] {
    return this.#logs.lines(node);
  }

  /** Calls back after every change; answers with how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #take(events: readonly JobEvent[]): void {
    for (const event of events) {
      this.#knownSeq = Math.max(this.#knownSeq, event.seq);
      if (event.seq > this.#view.lastSeq) this.#early.set(event.seq, event);
    }
    for (let next = this.#next(); next; next = this.#next()) {
      this.#early.delete(next.seq);
      if (next.type === "job.planned") this.#beginAttempt(next);
      this.#view = reduceJob(this.#view, next);
      if (next.type === "log") this.#logs.append(next);
    }
    this.#announce();
  }

  #beginAttempt(planned: Extract<JobEvent, { type: "job.planned" }>): void {
    const start = attemptStart(this.#view, planned);
    if (start !== null) this.#logs.begin(start);
  }

  #next(): JobEvent | undefined {
    return this.#early.get(this.#view.lastSeq + 1);
  }

  async #readWhileAsked(signal: AbortSignal): Promise<void> {
    while (this.#readAgain && !signal.aborted) {
      this.#readAgain = false;
      await this.#readAll(signal);
    }
    if (signal === this.#closing.signal) this.#reading = false;
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    for (
      let waitMs = FIRST_WAIT_MS;
      !signal.aborted;
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)
    ) {
      try {
        while (await this.#readPage(signal));
        this.#trouble = null;
        this.#complete = true;
        return this.#announce();
      } catch (error) {
        if (signal.aborted) return;
        this.#trouble = error;
        this.#announce();
        await this.#deps.sleep(waitMs, signal);
      }
    }
  }

  /** Whether there is more to read. */
  async #readPage(signal: AbortSignal): Promise<boolean> {
    const page = await this.#deps.readEvents(this.#view.lastSeq, signal);
    signal.throwIfAborted();
    this.#knownSeq = Math.max(this.#knownSeq, page.lastSeq);
    this.#take(page.events);
    return this.#view.lastSeq < this.#knownSeq && page.events.length > 0;
  }

  #announce(): void {
    if (this.#announced) return;
    this.#announced = true;
    this.#deps.schedule(() => {
      this.#announced = false;
      this.#picture = this.#draw();
      this.#listeners.forEach((listener) => listener());
    });
  }

  #draw(): JobPicture {
    return {
      view: this.#view,
      knownSeq: this.#knownSeq,
      complete: this.#complete,
      trouble: this.#trouble,
      logLines: this.#logs.count(),
    };
  }
}
