import type { Finding } from "@/lib/schemas/finding";
import { script } from "@/lib/shell/argv";
import type { SshHost } from "@/server/ssh/ssh-host";

/** Source: public k3s issues (11313, 5042): an SQL datastore is healthy while a sync takes under 10 ms. */
const SQL_LIMIT_MS = 10;
/** Beyond this the API server gives up on its datastore. */
const HOPELESS_MS = 100;
const WRITES = 32;

/** Small writes, each synced, beside the data they stand for; removed whatever happens. */
const TEST = `
d=/var/lib/gandalf; mkdir -p $d || exit 1
f=$(mktemp $d/fsync-XXXXXX) || exit 1
trap 'rm -f "$f"' EXIT; trap 'exit 1' HUP INT TERM PIPE
dd if=/dev/zero of="$f" bs=4096 count=${WRITES} oflag=dsync conv=notrunc 2>&1`;

/** Milliseconds per synced write of 4 KiB; null when the host could not be measured. */
export async function syncLatencyMs(host: SshHost): Promise<number | null> {
  const done = await host.run(script(TEST), { timeoutMs: 20_000 });
  if (!done.ok || done.value.exitCode !== 0) return null;
  const seconds = /, ([\d.e-]+) s,/.exec(done.value.stdout)?.[1];
  return seconds === undefined ? null : (Number(seconds) * 1000) / WRITES;
}

/** What the disk under a datastore means for the cluster. */
export function diskFinding(
  { id, name }: { readonly id: string; readonly name: string },
  latencyMs: number | null,
): Finding[] {
  const about = { hostId: id, role: "datastore" as const };
  if (latencyMs === null)
    return [
      {
        ...about,
        id: "disk.not-measured",
        severity: "note",
        title: "Disk not measured",
        reason: `${name} could not be asked to write and sync a test file under /var/lib.`,
        remedy: "Check free space and permissions, then run the preflight again.",
      },
    ];
  if (latencyMs < SQL_LIMIT_MS) return [];
  return [
    {
      ...about,
      id: "disk.slow-sync",
      severity: latencyMs >= HOPELESS_MS ? "blocker" : "warning",
      title: "Slow disk",
      reason: `A synced write takes ${latencyMs.toFixed(1)} ms on ${name}; the datastore wants less than ${SQL_LIMIT_MS} ms. The cluster's API waits for each.`,
      remedy: "Put the datastore on a host with an SSD, or boot this one from a USB SSD.",
    },
  ];
}
