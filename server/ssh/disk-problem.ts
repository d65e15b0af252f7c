import type { Problem } from "@/lib/core/problem";
import type { SshTarget } from "./target";

interface Failed {
  readonly path: string;
  readonly exitCode: number | null;
  /** May hold the last line of `df -Pk`. */
  readonly stdout: string;
  readonly stderr: string;
}

/** Source: strerror(3) of ENOSPC, EDQUOT and EROFS in the C locale. */
const FULL = /No space left on device|Disk quota exceeded/;
const READ_ONLY = /Read-only file system/;

const mebibytes = (kibibytes: number) => `${Math.floor(kibibytes / 1024)} MiB`;

/** A full disk, named with its mount point and what is left; null when something else went wrong. */
export function diskProblem(target: SshTarget, failed: Failed): Problem | null {
  const full = FULL.test(failed.stderr);
  if (!full && !READ_ONLY.test(failed.stderr)) return null;
  const df = /^\S.*?\s(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s+(\/.*)$/m.exec(failed.stdout);
  const mount = df?.[4] ?? "its disk";
  const free = df ? ` ${mebibytes(Number(df[3]))} of ${mebibytes(Number(df[1]))} are free.` : "";
  return {
    code: "host.disk-full",
    detail: full
      ? `${mount} on ${target.hostName} is full: ${failed.path} cannot be written.${free}`
      : `${mount} on ${target.hostName} is read-only: ${failed.path} cannot be written.`,
    remedies: full
      ? [
          "Free space on the host: sudo apt-get clean, sudo journalctl --vacuum-size=100M.",
          "Then resume.",
        ]
      : [
          "Look for disk errors: dmesg | grep -i error. A worn SD card turns read-only.",
          "Replace the card or disk.",
        ],
    hostId: target.hostId,
    evidence: {
      command: `write ${failed.path}`,
      exitCode: failed.exitCode,
      tail: failed.stderr.trim().split("\n").slice(-5),
    },
  };
}
