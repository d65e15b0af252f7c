import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";
import { unreadable } from "./unreadable";

/** Prefixed, so that an empty value is not an absent one. No process is started per key. */
const READ = `for f; do if IFS= read -r v 2>/dev/null < "$f"; then printf '=%s\\n' "$v"; else echo '?'; fi; done`;

const path = (key: string) => `/proc/sys/${key.replaceAll(".", "/")}`;

/** Kernel parameters as they are now; null where the kernel does not know the key. */
export const sysctlValues: Fact<
  { readonly keys: readonly string[] },
  Readonly<Record<string, string | null>>
> = {
  id: "sysctl",
  command: ({ keys }) => script(READ, ...keys.map(path)),
  parse: (output, { keys }) => {
    const lines = output.stdout.split("\n");
    if (output.exitCode !== 0 || lines.length < keys.length)
      return unreadable("kernel parameters", output);
    const value = (line = "?") =>
      line.startsWith("=") ? line.slice(1).trim().replaceAll(/\s+/g, " ") : null;
    return ok(Object.fromEntries(keys.map((key, i) => [key, value(lines[i])])));
  },
};
