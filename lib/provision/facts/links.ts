import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

/** What is at a path: the target of a link, "other" for anything else, null for nothing. */
export type LinkState = { readonly target: string } | "other" | null;

const READ = `for p; do if [ -L "$p" ]; then printf '>%s\\n' "$(readlink -- "$p")"; elif [ -e "$p" ]; then echo other; else echo; fi; done`;

/** Symbolic links by path. */
export const links: Fact<
  { readonly paths: readonly string[] },
  Readonly<Record<string, LinkState>>
> = {
  id: "links",
  command: ({ paths }) => script(READ, ...paths),
  parse: ({ stdout }, { paths }) => {
    const lines = stdout.split("\n");
    const state = (line = ""): LinkState => {
      if (line.startsWith(">")) return { target: line.slice(1) };
      return line === "" ? null : "other";
    };
    return ok(Object.fromEntries(paths.map((path, i) => [path, state(lines[i])])));
  },
};
