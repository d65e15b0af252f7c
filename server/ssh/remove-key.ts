import type { Result } from "@/lib/core/result";
import { done, fail } from "@/lib/core/result";
import { script } from "@/lib/shell/argv";
import type { HostSession } from "./host-session";
import { run } from "./run";

/**
 * Takes every line of the key out; the others stay as they are. A new file with the same owner and mode takes the
 * old one's place at once, so that a power cut leaves nobody locked out.
 */
const REMOVE = `
user=$1 key=$2
home=$(getent passwd "$user" | cut -d: -f6)
f=$(readlink -f "$home/.ssh/authorized_keys") || exit 0
[ -f "$f" ] || exit 0
grep -qF -- "$key" "$f" || exit 0
t=$(mktemp "$f.XXXXXX") || exit 1
trap 'rm -f "$t"' EXIT
grep -vF -- "$key" "$f" >"$t"; [ $? -le 1 ] || exit 1
chown --reference="$f" "$t" && chmod --reference="$f" "$t" && sync "$t" && mv -f "$t" "$f"`;

/** The part of a public line that is the key itself. */
const keyOf = (publicLine: string) => publicLine.split(" ")[1] ?? publicLine;

/** The panel's key no longer logs in as `user`; the open connection lasts until it is closed. */
export async function removeKey(session: HostSession, publicLine: string): Promise<Result<void>> {
  const { user, hostName, hostId } = session.target;
  const argv = script(REMOVE, user, keyOf(publicLine));
  const ran = await run(session, { argv, epoch: null }, { timeoutMs: 20_000 });
  if (!ran.ok) return ran;
  if (ran.value.exitCode === 0) return done;
  return fail({
    code: "command.failed",
    detail: `The panel's key could not be taken out of ${user}'s authorized_keys on ${hostName}.`,
    remedies: [`Remove its line on ${hostName} by hand.`],
    hostId,
    evidence: {
      command: "edit authorized_keys",
      exitCode: ran.value.exitCode,
      tail: ran.value.stderr.trim().split("\n").slice(-5),
    },
  });
}

/** The same for a person at the host. The key is base64: no character of it means anything to sed or the shell. */
export const removeKeyByHand = (user: string, publicLine: string): string =>
  `sudo sed -i '\\|${keyOf(publicLine)}|d' ~${user}/.ssh/authorized_keys`;
