import type { Result } from "@/lib/core/result";
import { done, fail } from "@/lib/core/result";
import { script } from "@/lib/shell/argv";
import type { HostSession } from "./host-session";
import { run } from "./run";

/**
 * Adds the line once; another line of the same key is left alone. Folder and file get the owner and the modes
 * that sshd insists on (StrictModes); a file that does not end in a newline is not glued to.
 */
const INSTALL = `
user=$1 line=$2
home=$(getent passwd "$user" | cut -d: -f6); group=$(id -gn "$user")
[ -n "$home" ] && [ -d "$home" ] || { echo "no home directory for $user" >&2; exit 1; }
f=$home/.ssh/authorized_keys
mkdir -p "$home/.ssh" && touch "$f" || exit 1
key=$(echo "$line" | cut -d' ' -f2)
if ! grep -qF -- "$key" "$f"; then
  [ -z "$(tail -c 1 "$f")" ] || echo >>"$f"
  printf '%s\\n' "$line" >>"$f" || exit 1
fi
chown "$user:$group" "$home/.ssh" "$f" && chmod 700 "$home/.ssh" && chmod 600 "$f" && sync "$f"`;

/** Lets the panel's key log in as `user` from now on. */
export async function installKey(session: HostSession, publicLine: string): Promise<Result<void>> {
  const { user, hostName, hostId } = session.target;
  const argv = script(INSTALL, user, publicLine);
  const ran = await run(session, { argv, epoch: null }, { timeoutMs: 20_000 });
  if (!ran.ok) return ran;
  if (ran.value.exitCode === 0) return done;
  const full = ran.value.stderr.includes("No space left");
  return fail({
    code: full ? "host.disk-full" : "command.failed",
    detail: `The panel's key could not be installed for ${user} on ${hostName}.`,
    remedies: full
      ? ["Free space on the host, then try again."]
      : [`Check the home folder of ${user} on the host and its .ssh/authorized_keys.`],
    hostId,
    evidence: {
      command: "install authorized_keys",
      exitCode: ran.value.exitCode,
      tail: ran.value.stderr.trim().split("\n").slice(-5),
    },
  });
}
