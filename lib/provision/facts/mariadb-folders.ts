import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

const READ = `for d in /var/lib/mysql/*/; do if [ -d "$d" ]; then d=\${d%/}; printf '%s\\n' "\${d##*/}"; fi; done`;

/** Databases by their folders: known even when MariaDB does not run. Special characters are encoded. */
export const mariadbFolders: Fact<Record<string, never>, readonly string[]> = {
  id: "mariadb-folders",
  command: () => script(READ),
  parse: ({ stdout }) =>
    ok(stdout.split("\n").filter((name) => name !== "" && !name.startsWith("#"))),
};
