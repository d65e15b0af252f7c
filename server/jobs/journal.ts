import type { Clock } from "@/lib/core/clock";
import type { JobEvent, JobEventBody } from "@/lib/schemas/job-event";
import { emptyJobView, type JobView, reduceJob } from "@/lib/schemas/job-view";
import type { Bus } from "@/server/bus";
import type { Database } from "@/server/db/client";
import type { Redactor } from "@/server/secrets/redactor";

/** Events are written this often, so that a chatty apt costs ten transactions a second at most. */
const FLUSH_EVERY_MS = 100;
/** The folded view is for lists and quick reloads only: the events are the truth. */
const VIEW_EVERY_MS = 3000;

interface JournalParts {
  readonly db: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly redactor: Redactor;
}

/** The history of one running job: numbered, redacted, written in batches, then told to browsers. */
export interface Journal {
  emit(body: JobEventBody): void;
  /** The job folded so far, events not yet written included. */
  view(): JobView;
  /** Writes what is waiting. Rejects when the database refuses; nothing was told to anybody then. */
  flush(): Promise<void>;
  /** Flushes and stores the final view. */
  close(): Promise<void>;
}

/** Goes on after the last event in the database. */
export async function openJournal(jobId: string, parts: JournalParts): Promise<Journal> {
  let view = await loadView(jobId, parts.db);
  let waiting: JobEvent[] = [];
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let viewWrittenMs = 0;
  let failure: Error | null = null;

  const write = async (withView: boolean) => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0 && !withView) return;
    await append(jobId, batch, { view: withView ? view : null, db: parts.db });
    if (batch.length > 0) parts.bus.emit("job.events", { jobId, events: batch });
    if (withView) parts.bus.emit("jobs.changed", {});
  };
  const flush = (withView: boolean) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(() => write(withView));
    return writing;
  };
  const flushSoon = () => {
    const nowMs = parts.clock.nowMs();
    const withView = nowMs - viewWrittenMs >= VIEW_EVERY_MS;
    if (withView) viewWrittenMs = nowMs;
    flush(withView).catch((error: unknown) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
  };

  return {
    emit: (body) => {
      if (failure !== null) throw failure;
      const event: JobEvent = {
        seq: view.lastSeq + 1,
        at: new Date(parts.clock.nowMs()).toISOString(),
        ...redacted(body, parts.redactor),
      };
      view = reduceJob(view, event);
      waiting.push(event);
      timer ??= setTimeout(flushSoon, FLUSH_EVERY_MS);
    },
    view: () => view,
    flush: () => flush(false),
    close: () => flush(true),
  };
}

/** The replacement is plain letters in brackets, so that redacted JSON is still JSON. */
const redacted = (body: JobEventBody, redactor: Redactor) =>
  JSON.parse(redactor.redact(JSON.stringify(body))) as JobEventBody;

/** The stored view, brought up to the last stored event. */
export async function loadView(jobId: string, db: Database): Promise<JobView> {
  const row = await db.job.findUniqueOrThrow({ where: { id: jobId }, select: { view: true } });
  const stored = row.view === null ? emptyJobView : (JSON.parse(row.view) as JobView);
  const later = await readEvents(jobId, { after: stored.lastSeq, limit: null }, db);
  return later.reduce(reduceJob, stored);
}

/** Events after `after`, in order; at most `limit`. */
export async function readEvents(
  jobId: string,
  range: { readonly after: number; readonly limit: number | null; readonly node?: string },
  db: Database,
): Promise<readonly JobEvent[]> {
  const rows = await db.jobEvent.findMany({
    where: {
      jobId,
      seq: { gt: range.after },
      ...(range.node === undefined ? {} : { node: range.node }),
    },
    orderBy: { seq: "asc" },
    ...(range.limit === null ? {} : { take: range.limit }),
  });
  return rows.map((row) => ({
    ...(JSON.parse(row.body) as JobEventBody),
    seq: row.seq,
    at: row.at.toISOString(),
  }));
}

async function append(
  jobId: string,
  batch: readonly JobEvent[],
  { view, db }: { view: JobView | null; db: Database },
): Promise<void> {
  const last = batch.at(-1)?.seq;
  const data = {
    ...(last === undefined ? {} : { lastSeq: last }),
    ...(view === null ? {} : { view: JSON.stringify(view) }),
  };
  const rows = batch.map(({ seq, at, ...body }) => ({
    jobId,
    seq,
    at: new Date(at),
    node: "node" in body ? body.node : null,
    type: body.type,
    body: JSON.stringify(body),
  }));
  await db.$transaction([
    db.jobEvent.createMany({ data: rows }),
    db.job.update({ where: { id: jobId }, data, select: { id: true } }),
  ]);
}
