import type { JobEvent, JobOutcome } from "@/lib/schemas/job-event";

export type LogEvent = Extract<JobEvent, { type: "log" }>;
export type LogTone = "error" | "warn" | "strong";

/** One line as the log shows it. `seq` counts the job's lines from 1: what "line 416" means. */
export interface JobLogLine {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
  readonly tone?: LogTone;
  /** It is the first line of its log in a later attempt. */
  readonly opens?: AttemptStart;
}

/** A second or later attempt at a job, and what ended the one before. */
export interface AttemptStart {
  readonly attempt: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who asked for it; null where an older panel did not write it down. */
  readonly by: string | null;
  readonly earlier: Exclude<JobOutcome, "succeeded">;
  /** What failed, in one sentence; null when nothing did. */
  readonly because: string | null;
}

/** Levels as k3s, containerd, systemd, apt and MariaDB write them. */
const ERROR = /\b(level=(fatal|error)|panic:|fatal:|error:|\[error\])|^E:|\bstatus=1\/FAILURE\b/i;
const WARN = /\b(level=warn(ing)?|warning:|\[warning\])|^W:/i;

/** The line of a log event, with the tone its words deserve; the panel's own voice is strong. */
export function logLine(event: LogEvent, seq: number): JobLogLine {
  const tone = toneOf(event);
  return { seq, at: event.at, text: event.line, ...(tone ? { tone } : {}) };
}

function toneOf({ stream, line }: LogEvent): LogTone | undefined {
  if (stream === "panel") return "strong";
  if (ERROR.test(line)) return "error";
  return WARN.test(line) ? "warn" : undefined;
}
