import { FIND_LOCK_HOLDER } from "@/lib/provision/facts/packages";
import type { Action } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";

/** Half an hour: a slow SD card behind a slow line, after another apt has finished. */
const APT_TIMEOUT_MS = 1_800_000;

/**
 * Waits for whoever holds apt and says who it is; finishes what a power cut interrupted (apt refuses
 * to do anything before); fetches the lists when they are old, when a package is not in them, or when
 * the mirror has moved on (404). Source: apt-get(8), apt.conf(5), dpkg(1).
 */
const APT = `${FIND_LOCK_HOLDER}
export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l LC_ALL=C.UTF-8
calm() {
  waited=0
  while h=$(holder); do
    [ $((waited % 10)) -ne 0 ] || echo "apt is in use by process $h: waiting"
    [ $waited -lt 1200 ] || { echo "apt is still in use by process $h after $waited s" >&2; exit 75; }
    sleep 1; waited=$((waited + 1))
  done
  if ls /var/lib/dpkg/updates | grep -q '^[0-9]'; then dpkg --configure -a --force-confdef --force-confold; fi
}
apt() { calm; apt-get --yes --quiet -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"; }
`;

const INSTALL = `${APT}
lists=$1; shift
if [ "$lists" = old ] || ! apt-cache show --no-all-versions -- "$@" >/dev/null 2>&1; then apt update || echo "the package lists could not be refreshed: trying with those at hand" >&2; fi
apt install --no-install-recommends -- "$@" || { apt update && apt install --no-install-recommends -- "$@"; }`;

/** Installs Debian packages. `lists`: whether the package lists must be fetched first. */
export const installPackages = (names: readonly string[], lists: "old" | "fresh"): Action => ({
  kind: "run",
  argv: script(INSTALL, lists, ...names),
  timeoutMs: APT_TIMEOUT_MS,
  why: `install ${names.join(", ")}`,
  long: true,
});

/** Only patterns that match something, and only what is on the host: purging must work offline. */
const PURGE = `${APT}
names=$(dpkg-query -W -f '\${Package} \${db:Status-Status}\\n' -- "$@" 2>/dev/null | awk '$2 != "not-installed" {print $1}')
[ -z "$names" ] || apt purge -- $names`;

/** Removes packages with their configuration. Patterns as of dpkg-query, e.g. "mariadb-server*". */
export const purgePackages = (patterns: readonly string[]): Action => ({
  kind: "run",
  argv: script(PURGE, ...patterns),
  timeoutMs: APT_TIMEOUT_MS,
  why: `purge ${patterns.join(", ")}`,
  long: true,
});
