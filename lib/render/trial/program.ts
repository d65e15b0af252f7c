/**
 * Everything here happens on the host itself, with no panel: the timer brings the old files back 90 s after it was
 * armed, and the unit below does so at the next boot. `keep` and `revert` take the same lock, so that either the change
 * is kept or it has returned, never half. What restarts the network holds no lock: it may hang.
 */
export const TRIAL_TEXT = `#!/bin/sh
# Written by Gandalf. A change that may lock everybody out is on trial: it returns by itself unless it is kept in time.
set -eu
umask 077
dir=/var/lib/gandalf/trial
mkdir -p "$dir"
say() { echo "$*"; echo "$(date -Is) $*" >>"$dir/log"; }
alone() { exec 9>>"$dir/lock"; flock -w 60 9; }
restart() {
  case $1 in
    ssh)
      mkdir -p -m 0755 /run/sshd
      systemctl daemon-reload
      if systemctl is-active --quiet ssh.socket; then systemctl restart ssh.socket; else systemctl reload-or-restart ssh.service; fi ;;
    networkd)
      networkctl reload && networkctl reconfigure "$2" || systemctl restart systemd-networkd.service ;;
    networkmanager)
      nmcli connection reload
      if nmcli -g connection.id connection show "gandalf-$2" >/dev/null 2>&1; then nmcli connection up id "gandalf-$2" ifname "$2"; else nmcli device connect "$2"; fi ;;
    netplan) netplan apply ;;
    dhcpcd) ip address flush dev "$2" scope global; systemctl restart dhcpcd.service ;;
    ifupdown)
      for pid in "/run/dhclient.$2.pid" "/run/dhclient-$2.pid"; do [ ! -s "$pid" ] || kill "$(cat "$pid")" || :; done
      ifdown --force "$2" || :; ip address flush dev "$2" scope global; ifup --force "$2" ;;
    *) echo "unknown: $1" >&2; return 64 ;;
  esac
}
check() {
  case $1 in
    ssh) mkdir -p -m 0755 /run/sshd; sshd -t ;;
    netplan) netplan generate ;;
    ifupdown) ifup --no-act --force "$2" >/dev/null ;;
    *) : ;;
  esac
}
restore() {
  while read -r what path; do
    case $what in
      kept) cp -a -- "$dir/old$path" "$path.gandalf" && mv -fT -- "$path.gandalf" "$path" ;;
      new) rm -f -- "$path" ;;
    esac
  done <"$dir/list"
  sync
  rm -f "$dir/pending"
}
case $1 in
  arm)
    alone
    [ ! -e "$dir/pending" ] || { echo "an earlier change is still on trial" >&2; exit 75; }
    seconds=$2 kind=$3 device=$4; shift 4
    rm -rf "$dir/old"; : >"$dir/list"; : >"$dir/log"
    for path; do
      if [ -e "$path" ]; then mkdir -p -- "$dir/old\${path%/*}"; cp -a -- "$path" "$dir/old$path"; echo "kept $path"; else echo "new $path"; fi
    done >"$dir/list"
    printf '%s %s\\n' "$kind" "$device" >"$dir/restart"
    systemctl enable --quiet gandalf-revert.service
    : >"$dir/pending"; sync
    systemctl stop gandalf-trial.timer 2>/dev/null || :
    systemd-run --quiet --collect --unit=gandalf-trial --on-active="\${seconds}s" --timer-property=AccuracySec=1s "$0" revert 9>&- || { rm -f "$dir/pending"; exit 1; }
    say "armed: the old settings return in $seconds s" ;;
  apply)
    [ -e "$dir/pending" ] || { echo "nothing is on trial any more" >&2; exit 77; }
    read -r kind device <"$dir/restart"
    check "$kind" "$device" || { say "refused: the old settings return at once"; alone; restore; systemctl stop gandalf-trial.timer || :; exit 1; }
    systemd-run --quiet --collect --unit=gandalf-apply --on-active=1s --timer-property=AccuracySec=100ms "$0" restart ;;
  restart)
    read -r kind device <"$dir/restart"
    say "restarting: $kind $device"
    restart "$kind" "$device" >>"$dir/log" 2>&1 || say "restarting ended with $?" ;;
  keep)
    alone
    [ -e "$dir/pending" ] || { echo "the old settings have returned already" >&2; exit 77; }
    rm -f "$dir/pending"; sync
    systemctl stop gandalf-trial.timer || :
    rm -rf "$dir/old"
    say "kept" ;;
  revert | boot)
    alone
    [ -e "$dir/pending" ] || exit 0
    read -r kind device <"$dir/restart"
    restore
    say "not kept in time: the old settings are back ($1)"
    exec 9>&-
    if [ "$1" = revert ]; then restart "$kind" "$device" >>"$dir/log" 2>&1 || say "restarting ended with $?"
    elif [ "$kind" = netplan ]; then netplan generate
    elif [ "$kind" = ssh ]; then systemctl daemon-reload; fi ;;
  *) echo "usage: $0 arm|apply|keep|revert" >&2; exit 64 ;;
esac
`;

/** Before anything reads the files. Source: systemd.special(7), network-pre.target. */
export const REVERT_UNIT_TEXT = `# Written by Gandalf.
[Unit]
Description=Bring back settings whose trial a reboot has cut short
ConditionPathExists=/var/lib/gandalf/trial/pending
DefaultDependencies=no
RequiresMountsFor=/var/lib/gandalf /etc /usr/local
After=local-fs.target
Before=network-pre.target systemd-networkd.service NetworkManager.service networking.service dhcpcd.service ssh.service ssh.socket
Wants=network-pre.target

[Service]
Type=oneshot
ExecStart=/usr/local/lib/gandalf/trial boot

[Install]
WantedBy=sysinit.target
`;
