/** What a Raspberry Pi's kernel needs so that k3s can limit memory. Source: k3s documentation, "Raspberry Pi". */
export const CGROUP_FLAGS = [
  "cgroup_enable=cpuset",
  "cgroup_enable=memory",
  "cgroup_memory=1",
] as const;

/** What switches the same off again, wherever it stands. Source: kernel-parameters.txt, "cgroup_disable=". */
const AGAINST = new Set(["cgroup_disable=memory", "cgroup_disable=cpuset", "cgroup_memory=0"]);

/** Arguments in their order; what is quoted stays in one piece. */
const argumentsOf = (text: string): readonly string[] => text.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];

/**
 * cmdline.txt with the flags, each once, at the end of its one line. The firmware hands over the first line only, so
 * what somebody wrote below it never took effect: it is joined to the first, as it was meant.
 */
export function cmdlineWithFlags(text: string, flags: readonly string[]): string {
  const wanted = new Set(flags);
  const others = argumentsOf(text).filter((word) => !wanted.has(word) && !AGAINST.has(word));
  return `${[...others, ...flags].join(" ")}\n`;
}

/** Whether nothing is left to do: every flag once, all in one line, nothing against them. */
export function cmdlineHasFlags(text: string, flags: readonly string[]): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const words = argumentsOf(text);
  const once = flags.every((flag) => words.filter((word) => word === flag).length === 1);
  return lines.length === 1 && once && !words.some((word) => AGAINST.has(word));
}
