import type { Finding } from "@/lib/schemas/finding";
import type { HostRow } from "@/lib/schemas/host";

/** How many findings of each weight a host has. */
export function countFindings(findings: readonly Finding[]): {
  problems: number;
  warnings: number;
} {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { problems: count("blocker"), warnings: count("warning") };
}

const STATE_RANK = {
  "key-changed": 0,
  unreachable: 1,
  unknown: 2,
  reachable: 2,
} as const satisfies Record<HostRow["state"], number>;

/** Trouble first: changed keys, silence, then problems and warnings; names settle the rest. */
export function byTrouble(a: HostRow, b: HostRow): number {
  const left = countFindings(a.findings);
  const right = countFindings(b.findings);
  return (
    STATE_RANK[a.state] - STATE_RANK[b.state] ||
    right.problems - left.problems ||
    right.warnings - left.warnings ||
    a.name.localeCompare(b.name, "en", { numeric: true })
  );
}
