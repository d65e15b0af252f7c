import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";

const FOLDER = "/proc/sys/";
const path = (key: string) => `${FOLDER}${key.replaceAll(".", "/")}`;

/**
 * Kernel parameters as they are now; null where the kernel does not know the key. One process for all
 * of them; not the shell's `read`, which reads byte by byte, and these files answer only the first read.
 */
export const sysctlValues: Fact<
  { readonly keys: readonly string[] },
  Readonly<Record<string, string | null>>
> = {
  id: "sysctl",
  command: ({ keys }) => ["grep", "-s", "-H", "", "--", ...keys.map(path)],
  parse: ({ stdout }, { keys }) => {
    const lines = stdout.split("\n").map((line) => [line.split(":", 1)[0], line] as const);
    const found = new Map(lines.map(([file = "", line]) => [file, line.slice(file.length + 1)]));
    const value = (key: string) => found.get(path(key))?.trim().replaceAll(/\s+/g, " ") ?? null;
    return ok(Object.fromEntries(keys.map((key) => [key, value(key)])));
  },
};
