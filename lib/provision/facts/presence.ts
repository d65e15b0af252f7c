import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

const READ = `for p; do if [ -e "$p" ] || [ -L "$p" ]; then echo 1; else echo 0; fi; done`;

/** Those of the paths at which there is something. */
export const presence: Fact<{ readonly paths: readonly string[] }, readonly string[]> = {
  id: "presence",
  command: ({ paths }) => script(READ, ...paths),
  parse: ({ stdout }, { paths }) => {
    const lines = stdout.split("\n");
    return ok(paths.filter((_, i) => lines[i] === "1"));
  },
};
