import type { ProblemCode } from "@/lib/core/problems";

/** What one click can do about a problem: go to the host, see what would change now, or go on. */
export type RemedyAct = "host" | "preview" | "resume";

const ACTS: Partial<Record<ProblemCode, RemedyAct>> = {
  "ssh.unreachable": "host",
  "ssh.refused": "host",
  "ssh.not-ssh": "host",
  "ssh.unknown-host": "host",
  "ssh.host-key-changed": "host",
  "ssh.host-key-unknown": "host",
  "ssh.auth-failed": "host",
  "sudo.refused": "host",
  "sudo.password-wrong": "host",
  "sudo.needs-tty": "host",
  "host.unsuitable": "host",
  "host.disk-full": "host",
  "plan.preflight": "preview",
  "step.not-converged": "preview",
  "step.unknown": "preview",
  "file.invalid": "preview",
  "ssh.link-lost": "resume",
  "host.busy": "resume",
  "host.fenced": "resume",
  "command.timeout": "resume",
  "step.wait-timeout": "resume",
  "artifact.unavailable": "resume",
};

/** The act that belongs to the likeliest remedy of a problem; null where only a person can do it. */
export const remedyAct = (code: ProblemCode): RemedyAct | null => ACTS[code] ?? null;
