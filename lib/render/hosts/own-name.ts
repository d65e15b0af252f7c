/** /etc/hosts in which the host's own name leads to itself, as Debian writes it. Source: Debian Reference, 5.1.1. */
export function hostsWithOwnName(text: string, name: string): string {
  const line = `127.0.1.1\t${name}`;
  const lines = text.split("\n");
  const own = lines.findIndex((candidate) => /^127\.0\.1\.1\s/.test(candidate));
  if (own >= 0) {
    const names = (lines[own] ?? "").split("#")[0]?.trim().split(/\s+/).slice(1) ?? [];
    return names.includes(name) ? text : lines.with(own, line).join("\n");
  }
  const local = lines.findIndex((candidate) => /^127\.0\.0\.1\s/.test(candidate));
  return lines.toSpliced(local + 1, 0, line).join("\n");
}
