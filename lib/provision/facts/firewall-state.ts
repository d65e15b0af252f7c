import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { CURRENT_RULES, REVERT_UNIT, TRIAL_NOTES, TRIAL_RULES } from "@/lib/render/firewall/paths";
import { script } from "@/lib/shell/argv";

/** Rules on trial. Everything is named by the SHA-256 of its file. */
export interface RulesTrial {
  readonly digest: string;
  /** The timer that takes them back is still to come. */
  readonly isTimed: boolean;
  /** The panel came in over a new connection since. */
  readonly isReached: boolean;
  readonly isProved: boolean;
}

/** A host's part of the site's policy, as it is. */
export interface FirewallState {
  /** What a boot loads; null: nothing. */
  readonly current: string | null;
  readonly trial: RulesTrial | null;
  /** The last trial that was taken back since the boot, and why: "time", "asked", "failed". */
  readonly ended: { readonly digest: string; readonly why: string } | null;
  /** The kernel's table is there. */
  readonly hasTable: boolean;
  /** It is what the file on trial says, else the current one. */
  readonly agrees: boolean;
}

/**
 * Asks nft itself what the file comes to, in a network of its own that is gone a moment later: no two versions print
 * rules alike, and counters and what dynamic sets have learnt are nobody's policy.
 */
const READ = `current=$1 tried=$2 notes=$3 timer=$4
sum() { sha256sum | cut -c 1-64; }
tidy() { awk '/^\\tset /{dynamic=0} /flags .*dynamic/{dynamic=1} dynamic && /elements = [{]/{skip=1} !skip{print} skip && /[}]$/{skip=0}'; }
[ ! -e "$current" ] || echo "current=$(sum <"$current")"
file=$current
if [ -s "$notes/trial" ]; then
  file=$tried
  echo "trial=$(cat "$notes/trial")"
  echo "timer=$(systemctl show -p ActiveState --value -- "$timer.timer")"
  for each in reached proved; do [ ! -e "$notes/$each" ] || echo "$each=yes"; done
fi
[ ! -e "$notes/ended" ] || echo "ended=$(cat "$notes/ended")"
command -v nft >/dev/null || exit 0
if kernel=$(nft -s list table inet gandalf 2>/dev/null); then echo table=yes; fi
[ ! -e "$file" ] || wanted=$(unshare -n sh -c 'nft -f "$1" && nft -s list table inet gandalf' sh "$file" 2>/dev/null)
[ "$(printf '%s' "$kernel" | tidy | sum)" != "$(printf '%s' "\${wanted-}" | tidy | sum)" ] || echo agrees=yes`;

/** What of the site's policy is on a host: kept, on trial, in the kernel. */
export const firewallState: Fact<Readonly<Record<never, never>>, FirewallState> = {
  id: "firewall-state",
  slow: true,
  command: () => script(READ, CURRENT_RULES, TRIAL_RULES, TRIAL_NOTES, REVERT_UNIT),
  parse: ({ stdout }) => {
    const values = new Map(
      [...stdout.matchAll(/^([a-z]+)=(.*)$/gm)].map(([, key = "", value = ""]) => [key, value]),
    );
    const digest = values.get("trial");
    const [ended, why = ""] = (values.get("ended") ?? "").split(" ");
    return ok({
      current: values.get("current") ?? null,
      trial:
        digest === undefined
          ? null
          : {
              digest,
              isTimed: values.get("timer") === "active",
              isReached: values.has("reached"),
              isProved: values.has("proved"),
            },
      ended: ended === undefined || ended === "" ? null : { digest: ended, why },
      hasTable: values.has("table"),
      agrees: values.has("agrees"),
    });
  },
};
