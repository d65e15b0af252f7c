import type { Lines } from "@/lib/kube-write/node-text";
import { labelKey, labelValue } from "@/lib/schemas/kube-change";

/** Reads labels as kubectl takes them, one a line: "team=web" sets one, "team-" takes it away. */
export function parseLabelChanges(text: string): Lines<Readonly<Record<string, string | null>>> {
  const changes: [string, string | null][] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const at = line.indexOf("=");
    const takesAway = at < 0 && line.endsWith("-");
    const key = takesAway ? line.slice(0, -1) : line.slice(0, at < 0 ? undefined : at);
    const value = at < 0 ? "" : line.slice(at + 1);
    const right = labelKey.safeParse(key).success && labelValue.safeParse(value).success;
    if (!right || (at < 0 && !takesAway)) return { ok: false, line };
    changes.push([key, takesAway ? null : value]);
  }
  return { ok: true, value: Object.fromEntries(changes) };
}
