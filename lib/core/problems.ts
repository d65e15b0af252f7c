interface ProblemKind {
  readonly title: string;
  readonly httpStatus: number;
  /** Whether doing the same again may help without changing anything first. */
  readonly retryable: boolean;
}

/** Every problem the panel can report. Adding one is one line here. */
export const PROBLEMS = {
  "input.invalid": { title: "Invalid input", httpStatus: 422, retryable: false },
  "auth.required": { title: "Sign in first", httpStatus: 401, retryable: false },
  "auth.forbidden": { title: "Not allowed", httpStatus: 403, retryable: false },
  "auth.foreign-origin": { title: "Request from another site", httpStatus: 403, retryable: false },
  "auth.failed": { title: "Sign-in failed", httpStatus: 401, retryable: false },
  "auth.rate-limited": { title: "Too many attempts", httpStatus: 429, retryable: true },
  "auth.setup-link-invalid": { title: "Set-up link not valid", httpStatus: 410, retryable: false },
  "input.too-large": { title: "Request too large", httpStatus: 413, retryable: false },
  "object.not-found": { title: "Not found", httpStatus: 404, retryable: false },
  "object.conflict": { title: "Already exists or in use", httpStatus: 409, retryable: false },
  "panel.unexpected": { title: "Unexpected error", httpStatus: 500, retryable: true },
  "panel.unreachable": { title: "Panel not reachable", httpStatus: 503, retryable: true },
  "panel.settings": { title: "Panel setting", httpStatus: 500, retryable: false },
  "panel.start": { title: "Panel cannot start", httpStatus: 500, retryable: true },
  "panel.storage": { title: "Panel storage", httpStatus: 507, retryable: false },
  "ssh.unreachable": { title: "Host not reachable over SSH", httpStatus: 502, retryable: true },
  "ssh.refused": { title: "SSH refused", httpStatus: 502, retryable: true },
  "ssh.not-ssh": { title: "No SSH server there", httpStatus: 502, retryable: false },
  "ssh.unknown-host": { title: "Host name not known", httpStatus: 422, retryable: false },
  "ssh.host-key-changed": { title: "Host key changed", httpStatus: 409, retryable: false },
  "ssh.host-key-unknown": { title: "Host key not confirmed", httpStatus: 409, retryable: false },
  "ssh.auth-failed": { title: "SSH login refused", httpStatus: 422, retryable: false },
  "ssh.key-unreadable": { title: "Private key not readable", httpStatus: 422, retryable: false },
  "ssh.link-lost": { title: "Link to the host lost", httpStatus: 502, retryable: true },
  "sudo.refused": { title: "sudo refused", httpStatus: 422, retryable: false },
  "sudo.password-wrong": { title: "Wrong sudo password", httpStatus: 422, retryable: false },
  "sudo.needs-tty": { title: "sudo asks for a terminal", httpStatus: 422, retryable: false },
  "host.not-linux": { title: "Not a Linux host", httpStatus: 422, retryable: false },
  "host.unsuitable": { title: "Host not suitable", httpStatus: 422, retryable: false },
  "host.busy": { title: "Host is busy", httpStatus: 409, retryable: true },
  "host.fenced": { title: "Another runner took over this host", httpStatus: 409, retryable: true },
  "host.disk-full": { title: "Disk full", httpStatus: 507, retryable: true },
  "command.failed": { title: "Remote command failed", httpStatus: 502, retryable: true },
  "command.timeout": { title: "Remote command took too long", httpStatus: 504, retryable: true },
  "fact.unreadable": {
    title: "Answer of the host not understood",
    httpStatus: 502,
    retryable: true,
  },
  "file.invalid": { title: "Rendered file refused", httpStatus: 500, retryable: false },
  "step.not-converged": { title: "Host still differs", httpStatus: 500, retryable: true },
  "step.unknown": { title: "Not known yet", httpStatus: 409, retryable: true },
  "step.wait-timeout": { title: "Waited too long", httpStatus: 504, retryable: true },
  "plan.cycle": { title: "Plan contains a cycle", httpStatus: 500, retryable: false },
  "plan.preflight": { title: "Preflight found a problem", httpStatus: 422, retryable: false },
  "job.busy": { title: "Another job is running", httpStatus: 409, retryable: true },
  "job.state": { title: "Job is in another state", httpStatus: 409, retryable: false },
  "artifact.unavailable": { title: "Artifact not available", httpStatus: 502, retryable: true },
  "artifact.checksum": { title: "Checksum differs", httpStatus: 502, retryable: false },
  "cluster.unreachable": { title: "Cluster API not reachable", httpStatus: 502, retryable: true },
  "cluster.refused": { title: "Cluster API refused", httpStatus: 502, retryable: false },
  "cluster.credentials": { title: "Cluster credentials refused", httpStatus: 502, retryable: false },
  "kube.invalid": { title: "Refused by the cluster", httpStatus: 422, retryable: false },
  "kube.conflict": { title: "Changed by somebody else", httpStatus: 409, retryable: true },
  "kube.forbidden": { title: "Not allowed in this cluster", httpStatus: 403, retryable: false },
  "kube.webhook": { title: "Refused by an admission webhook", httpStatus: 422, retryable: false },
  "cluster.busy": { title: "Cluster API is overloaded", httpStatus: 503, retryable: true },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
