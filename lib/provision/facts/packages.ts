import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

export interface PackagesState {
  /** Package → installed version; null when it is not (or only half) installed. */
  readonly versions: Readonly<Record<string, string | null>>;
  /** Seconds since the package lists were fetched; null when there are none. */
  readonly listsAgeSeconds: number | null;
  /** "4512 (unattended-upgr)" while another process holds apt; null otherwise, or when nothing is missing. */
  readonly lockHolder: string | null;
}

/** The programs that hold it: whoever has a lock file open. Source: apt and dpkg open them only to lock. */
export const FIND_LOCK_HOLDER = `holder() {
  for fd in $(find /proc/[0-9]*/fd -maxdepth 1 \\( -lname /var/lib/dpkg/lock-frontend -o -lname /var/lib/dpkg/lock -o -lname /var/lib/apt/lists/lock -o -lname /var/cache/apt/archives/lock \\) 2>/dev/null); do
    pid=\${fd#/proc/}; pid=\${pid%%/*}
    printf '%s (%s)\\n' "$pid" "$(cat "/proc/$pid/comm" 2>/dev/null)"
    return 0
  done
  return 1
}`;

/** The folder's own time changes with every update. Source: apt writes its new lists through lists/partial. */
const READ = `${FIND_LOCK_HOLDER}
if ls /var/lib/apt/lists | grep -q _Packages; then
  printf 'lists %s\\n' "$(( $(date +%s) - $(stat -c %Y /var/lib/apt/lists/.) ))"
fi
missing=
for p; do
  s=$(dpkg-query -W -f '\${db:Status-Status} \${Version}' -- "$p" 2>/dev/null) || s=
  printf 'package %s %s\\n' "$p" "$s"
  case $s in 'installed '*) ;; *) missing=1 ;; esac
done
if [ -n "$missing" ] && h=$(holder); then printf 'holder %s\\n' "$h"; fi`;

/** Whether Debian packages are installed, how old the package lists are, and who holds apt. */
export const packagesState: Fact<{ readonly names: readonly string[] }, PackagesState> = {
  id: "packages",
  command: ({ names }) => script(READ, ...names),
  parse: ({ stdout }, { names }) => {
    const age = /^lists (-?\d+)$/m.exec(stdout)?.[1];
    const installed = new Map(
      [...stdout.matchAll(/^package (\S+) installed (\S+)$/gm)].map(([, name, version]) => [
        name,
        version,
      ]),
    );
    return ok({
      versions: Object.fromEntries(names.map((name) => [name, installed.get(name) ?? null])),
      listsAgeSeconds: age === undefined ? null : Number(age),
      lockHolder: /^holder (.+)$/m.exec(stdout)?.[1] ?? null,
    });
  },
};
