import type { Problem } from "@/lib/core/problem";
import type { BackendEnd } from "./backend";

/** Source: Kubernetes API reference, meta/v1 Status, and remotecommand's NonZeroExitCode. */
interface ExecStatus {
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { reason?: string; message?: string }[] };
}

const noShell = (container: string): Problem => ({
  code: "command.failed",
  detail: `The image of ${container} has no shell: nothing can be typed into it.`,
  remedies: [
    "Such images hold one program and nothing else. Its log says what it does.",
    `Add a debugging container beside it: kubectl debug -it <pod> --image=busybox --target=${container}`,
  ],
});

/** What the API's last word about a command means. Source: runc and crun, "executable file not found in $PATH". */
export function execEnd(text: string, container: string): BackendEnd {
  const status = parse(text);
  if (status === null || status.status === "Success") return { exitCode: 0, problem: null };
  const exit = status.details?.causes?.find(({ reason }) => reason === "ExitCode");
  // Source: POSIX sh, 2.8.2: 126 and 127 are for commands that cannot be started.
  if (exit?.message !== undefined) return { exitCode: Number(exit.message), problem: null };
  const message = status.message ?? "";
  if (/executable file not found|no such file or directory/i.test(message))
    return { exitCode: null, problem: noShell(container) };
  const detail = `The shell in ${container} could not be kept: ${message.slice(0, 300)}`;
  return {
    exitCode: null,
    problem: { code: "command.failed", detail, remedies: ["Open it again."] },
  };
}

function parse(text: string): ExecStatus | null {
  try {
    return JSON.parse(text) as ExecStatus;
  } catch {
    return null;
  }
}
