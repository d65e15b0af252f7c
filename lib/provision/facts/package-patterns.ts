import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

const READ = `dpkg-query -W -f '\${Package} \${db:Status-Status}\\n' -- "$@" 2>/dev/null; :`;

/** Packages on the host, with configuration left behind counting too, that match any pattern. */
export const packagesMatching: Fact<{ readonly patterns: readonly string[] }, readonly string[]> = {
  id: "packages-matching",
  command: ({ patterns }) => script(READ, ...patterns),
  parse: ({ stdout }) =>
    ok([...stdout.matchAll(/^(\S+) (?!not-installed$)\S+$/gm)].map(([, name = ""]) => name)),
};
