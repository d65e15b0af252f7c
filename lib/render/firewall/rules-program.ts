import { CURRENT_RULES, FIREWALL_UNIT, REVERT_UNIT, TRIAL_NOTES, TRIAL_RULES } from "./paths";

/** Marks routes as ours, and lets any other to the same network win. Source: our own choice; see rt_protos of iproute2. */
const ROUTE_MARK = { protocol: 77, metric: 4077 } as const;

const TEXT = `# Written by Gandalf. Loads this host's network rules, tries new ones, and takes them back.
set -u
export LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 077
kept=${CURRENT_RULES}
tried=${TRIAL_RULES}
before=\${kept%/*}/before
notes=${TRIAL_NOTES}
revert=${REVERT_UNIT}
mkdir -p "$notes" || exit 1

alone() { exec 9>"$notes/lock"; flock -w 60 9; }
apart() { exec 9>&-; }
note() { cat "$notes/$1" 2>/dev/null; }
over() { echo "the trial of these rules has ended" >&2; exit 3; }

set_value() { [ ! -e "$1" ] || [ "$(cat "$1")" = "$2" ] || echo "$2" >"$1"; }

# "#: forward" in the rules: packets pass from one interface to another. What it was before is kept for the day it ends.
forwarding() {
  v4=/proc/sys/net/ipv4/ip_forward v6=/proc/sys/net/ipv6/conf/all/forwarding
  if [ -n "$1" ] && grep -qx '#: forward' "$1"; then
    if [ ! -e "$before" ]; then
      for f in $v4 $v6 /proc/sys/net/ipv6/conf/*/accept_ra; do
        [ ! -e "$f" ] || echo "$f $(cat "$f")"
      done >"$before.new" && mv "$before.new" "$before" || return 1
    fi
    # A router ignores advertisements unless it is told 2, and its own way out may be one of them.
    for f in /proc/sys/net/ipv6/conf/*/accept_ra; do
      [ "$(cat "$f" 2>/dev/null)" != 1 ] || echo 2 >"$f"
    done
    set_value $v4 1 && set_value $v6 1
  elif [ -e "$before" ]; then
    while read -r f value; do set_value "$f" "$value"; done <"$before"
    rm -f "$before"
    # Somebody may have written meanwhile that this host shall forward, without us.
    [ "$(cat $v4)" = 1 ] || /lib/systemd/systemd-sysctl --prefix=net/ipv4/ip_forward --prefix=net/ipv6/conf/all/forwarding 2>/dev/null || true
  fi
}

# "#: route NETWORK via ADDRESS" in the rules. Marked as ours; somebody else's route to the same network wins.
routes() {
  want=$(sed -n 's/^#: route //p' "$1" 2>/dev/null)
  bad=0
  if [ "$want" != "$(note routes)" ]; then
    ip -4 route flush proto ${ROUTE_MARK.protocol} 2>/dev/null
    ip -6 route flush proto ${ROUTE_MARK.protocol} 2>/dev/null
  fi
  while read -r network _ via; do
    [ -n "$network" ] || continue
    case $network in *:*) family=-6 ;; *) family=-4 ;; esac
    ip $family route replace "$network" via "$via" proto ${ROUTE_MARK.protocol} metric ${ROUTE_MARK.metric} || bad=1
  done <<END
$want
END
  printf '%s\\n' "$want" >"$notes/routes"
  return $bad
}

# Rules first: nothing is ever passed on unfiltered.
load() { timeout 20 nft -f "$1" && forwarding "$1" && routes "$1"; }

take_back() {
  [ -e "$notes/trial" ] || return 0
  rules=$kept
  if [ ! -e "$kept" ] || ! timeout 20 nft -f "$kept"; then
    # There were none, or they cannot be loaded: rather none than a host that nobody reaches.
    printf 'add table inet gandalf\\ndelete table inet gandalf\\n' | nft -f - || return 1
    rules=
  fi
  routes "$rules"
  forwarding "$rules"
  rm -f "$notes/reached" "$notes/proved"
  echo "$(note trial) $1" >"$notes/ended"
  rm -f "$notes/trial"
}

case $1 in
boot)
  alone || exit 75
  load "$kept"
  ;;
try) # DIGEST SECONDS
  alone || exit 75
  take_back asked || exit 1
  [ "$(sha256sum <"$tried" | cut -c 1-64)" = "$2" ] || { echo "$tried is not what was written" >&2; exit 1; }
  systemctl stop "$revert.timer" "$revert.service" 2>/dev/null
  rm -f "$notes/ended" "$notes/reached" "$notes/proved"
  echo "$2" >"$notes/trial"
  if systemd-run --quiet --collect --unit="$revert" --description="Gandalf: the old network rules again" \\
    --on-active="$3" --timer-property=AccuracySec=100ms -p Restart=on-failure -p RestartSec=5 \\
    -- /bin/sh "$0" back time 9>&- && systemctl is-active --quiet "$revert.timer"; then
    load "$tried" && exit 0
    take_back failed
    systemctl stop "$revert.timer"
  else
    rm -f "$notes/trial"
  fi
  exit 1
  ;;
note) # reached|proved DIGEST
  alone || exit 75
  [ "$(note trial)" = "$3" ] || over
  : >"$notes/$2"
  ;;
keep) # DIGEST
  alone || exit 75
  [ "$(note trial)" = "$2" ] && [ -e "$notes/reached" ] && [ -e "$notes/proved" ] || over
  systemctl is-active --quiet "$revert.timer" || over
  [ "$(sha256sum <"$tried" | cut -c 1-64)" = "$2" ] || { echo "$tried is not what was tried" >&2; exit 1; }
  sync "$tried" && mv -fT "$tried" "$kept" && sync "\${kept%/*}" || exit 1
  rm -f "$notes/trial" "$notes/reached" "$notes/proved"
  systemctl stop "$revert.timer"
  apart
  systemctl is-active --quiet ${FIREWALL_UNIT} || systemctl start --no-block ${FIREWALL_UNIT} || true
  ;;
back) # WHY. Must not fail for a lock.
  alone
  take_back "$2" || exit 1
  [ "$2" = time ] || systemctl stop "$revert.timer" 2>/dev/null || true
  ;;
routes) # Until it is stopped: what a cable or a network daemon took away comes back.
  while :; do
    alone && if [ -e "$notes/trial" ]; then routes "$tried"; else routes "$kept"; fi 2>/dev/null
    apart
    sleep 30
  done
  ;;
*)
  echo "boot, try, note, keep, back or routes" >&2
  exit 2
  ;;
esac
`;

/**
 * The program on the host. It alone changes the kernel's rules, one call at a time, so that a trial is either kept or
 * taken back and never both. Whatever becomes of the panel, the timer calls "back".
 */
export const rulesProgram = (): string => TEXT;
