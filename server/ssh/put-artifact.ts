import type { Readable } from "node:stream";
import type { Problem } from "@/lib/core/problem";
import { done, fail, type Result } from "@/lib/core/result";
import type { Artifact } from "@/lib/provision/host";
import { script, toShell } from "@/lib/shell/argv";
import { diskProblem } from "./disk-problem";
import { fenceGuard, fencedProblem } from "./fence";
import type { HostSession } from "./host-session";
import type { RootShell } from "./root-shell";
import type { Epoch } from "./run";

/** Where the bytes are read from: the panel's artifact store. */
export interface ArtifactSource {
  /** The file's bytes. The caller has made sure that it is there. */
  open(sha256: string): Readable;
}

/** What `putArtifact` pushes, and where to. */
export interface Push {
  readonly artifact: Artifact;
  readonly path: string;
  readonly mode: number;
  readonly epoch: Epoch;
  readonly source: ArtifactSource;
  readonly onProgress: (sentBytes: number) => void;
}

/** At most five reports a second: enough for a bar that moves. */
const PROGRESS_EVERY_MS = 200;
/** Nothing accepted for this long = the link is dead, or the host is. */
const STALL_MS = 60_000;

/**
 * One process that reads in large blocks: on a busy host a pipeline of head, tee and sha256sum took up to four
 * times as long. OpenSSL, where there is one, uses the processor's own instructions for checksums: on a PC
 * five times as fast as Debian 12's sha256sum. What a full disk leaves unread cannot become a command: the shell ends with this script.
 */
const RECEIVE = `
p=$1 mode=$2 size=$3 sum=$4 ready=$5
d=\${p%/*}; [ -n "$d" ] || d=/
full() { df -Pk -- "$d" 2>/dev/null | tail -n 1; exit 71; }
mkdir -p -- "$d" || full
t=$(umask 077; mktemp -- "$d/.gandalf-XXXXXXXXXX") || full
trap 'rm -f -- "$t"' EXIT; trap 'exit 1' HUP INT TERM PIPE
printf '%s%s\\n' "$ready" ready
dd of="$t" bs=256k iflag=fullblock,count_bytes count="$size" status=none || full
[ "$(stat -c %s -- "$t")" = "$size" ] || exit 75
sum_of() { if command -v openssl >/dev/null; then openssl dgst -sha256 -r; else sha256sum; fi; }
got=$(sum_of <"$t"); got=\${got%% *}
[ "$got" = "$sum" ] || { echo "$got"; exit 77; }
chown root:root -- "$t" && chmod -- "$mode" "$t" && sync -- "$t" && mv -fT -- "$t" "$p" && sync -- "$d"`;

/** Streams an artifact to the host, on a channel of its own; see HostTransport.putArtifact. */
export async function putArtifact(session: HostSession, push: Push): Promise<Result<void>> {
  const { artifact, path, mode, epoch } = push;
  let [stdout, stderr, fenced] = ["", "", false];
  let shell: RootShell | null = null;
  let sent: Promise<void> = Promise.resolve();
  const pushed = await session.execute(
    "transfer",
    {
      readsInput: true,
      script: (mark) => {
        const argv = script(
          RECEIVE,
          path,
          mode.toString(8),
          artifact.sizeBytes,
          artifact.sha256,
          mark,
        );
        return [...(epoch === null ? [] : [fenceGuard(mark, epoch)]), toShell(argv)].join("\n");
      },
      onStdout: (bytes) => (stdout += bytes.toString("utf8")),
      onStderr: (bytes) => (stderr = (stderr + bytes.toString("utf8")).slice(-4096)),
      onMark: (_stream, text) => {
        if (text === "fenced") fenced = true;
        if (text === "ready" && shell !== null) sent = send(shell, push);
      },
    },
    { timeoutMs: null, onShell: (opened) => (shell = opened) },
  );
  await sent;
  if (!pushed.ok) return pushed;
  if (fenced) return fail(fencedProblem(session.target));
  if (pushed.value.state !== "exited") return fail(session.lost(`pushing ${artifact.name}`));
  const { exitCode } = pushed.value;
  return exitCode === 0 ? done : fail(pushProblem(session, push, { exitCode, stdout, stderr }));
}

/** Any failure here (store, stall) closes the channel: the host then sees a short file and removes it. */
async function send(shell: RootShell, { artifact, source, onProgress }: Push): Promise<void> {
  const stream = source.open(artifact.sha256);
  let sentBytes = 0;
  let reportedMs = 0;
  const stall = setTimeout(() => shell.close(), STALL_MS);
  try {
    for await (const chunk of stream) {
      if (!shell.isOpen) break;
      await shell.sendInput(chunk as Buffer);
      stall.refresh();
      sentBytes += (chunk as Buffer).length;
      const nowMs = performance.now();
      if (nowMs - reportedMs < PROGRESS_EVERY_MS && sentBytes < artifact.sizeBytes) continue;
      reportedMs = nowMs;
      onProgress(sentBytes);
    }
    if (sentBytes !== artifact.sizeBytes) shell.close();
  } catch {
    shell.close();
  } finally {
    clearTimeout(stall);
    stream.destroy();
  }
}

interface Failed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function pushProblem(session: HostSession, { artifact, path }: Push, failed: Failed): Problem {
  const { target } = session;
  const full = diskProblem(target, { path, ...failed });
  if (full) return full;
  const wrongSum = failed.exitCode === 77;
  return {
    code: wrongSum ? "artifact.checksum" : "command.failed",
    detail: wrongSum
      ? `${artifact.name} arrived on ${target.hostName} with another checksum. It was thrown away.`
      : `${target.hostName} could not store ${artifact.name} as ${path}.`,
    remedies: wrongSum
      ? ["Resume to push it again.", "If it stays, check the host's disk and memory."]
      : ["Read what the host says below, then resume."],
    hostId: target.hostId,
    evidence: {
      command: `receive ${path}`,
      exitCode: failed.exitCode,
      tail: `${failed.stdout}\n${failed.stderr}`.trim().split("\n").slice(-5),
    },
  };
}
