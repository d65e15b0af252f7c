import { script, type Argv } from "@/lib/shell/argv";

/** Begins each section of the answer. */
export const SECTION = "==gandalf:";

/** How long the package mirror may take; it is asked in the background, while the rest is read. */
const MIRROR_TIMEOUT_S = 3;

/**
 * Everything about a host in one go: POSIX sh, read-only, and content with what is there. No section may fail
 * another; what a host lacks is an empty section.
 */
const TEXT = `
exec 2>/dev/null
s() { printf '\\n${SECTION}%s\\n' "$1"; }
has() { command -v "$1" >/dev/null; }
line() { tr -d '\\000' <"$1" | head -n 1; echo; }

tmp=$(mktemp -d) || tmp=
trap '[ -n "$tmp" ] && rm -rf "$tmp"' EXIT
apt_source() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list |
    awk '$1 == "deb" { sub(/\\[[^]]*\\] */, ""); print $2, $3; exit }'
  cat /etc/apt/sources.list.d/*.sources |
    awk '/^URIs:/ { u = $2 } /^Suites:/ { if (u != "") { print u, $2; exit } }'
}
set -- $(apt_source | head -n 1)
mirror=\${1:-}; suite=\${2:-}; helper=/usr/lib/apt/apt-helper
if [ -n "$mirror" ] && [ -n "$tmp" ] && [ -x $helper ]; then
  ( timeout ${MIRROR_TIMEOUT_S} $helper -o Acquire::Retries=0 -o Acquire::http::Timeout=${MIRROR_TIMEOUT_S} \\
      download-file "\${mirror%/}/dists/$suite/Release" "$tmp/release" >/dev/null
    echo $? >"$tmp/mirror" ) &
fi

s clock; date +%s%N; timedatectl show -p NTPSynchronized --value
s kernel; uname -s; uname -r; uname -m; uname -n
s os; cat /etc/os-release
s arch; if has dpkg; then dpkg --print-architecture; else echo; fi; getconf LONG_BIT
s model
for f in /proc/device-tree/model /sys/class/dmi/id/product_name /sys/class/dmi/id/sys_vendor; do [ -r $f ] && line $f; done
s serial
for f in /proc/device-tree/serial-number /sys/class/dmi/id/product_uuid /sys/class/dmi/id/product_serial; do [ -r $f ] && line $f; done
s cpu; getconf _NPROCESSORS_ONLN; grep -m 1 -E '^(model name|Model|Hardware)' /proc/cpuinfo
s memory; grep -E '^(MemTotal|MemAvailable|SwapTotal):' /proc/meminfo
s disks
for d in /sys/block/*; do
  n=\${d##*/}; case $n in loop*|ram*|zram*|sr*|fd*|dm-*|md*|nbd*) continue;; esac
  printf '%s|%s|%s|%s|%s|%s\\n' "$n" "$(cat $d/size)" "$(cat $d/queue/rotational)" \\
    "$(cat $d/device/type)" "$(cat $d/device/model | tr -d '|')" "$(readlink -f $d/device)"
done
s filesystems
for p in / /var/lib; do
  id=$(stat -c %d $p); maj=$((id >> 8 & 4095)); min=$((id & 255 | id >> 12 & 1048320))
  l=$(readlink -f /sys/dev/block/$maj:$min); [ -d "$l/slaves" ] && l="$l $(ls $l/slaves | tr '\\n' ' ')"
  printf '%s|%s|%s\\n' "$p" "$l" "$(df -Pk $p | tail -n 1)"
done
s links; ip -o link show
s addresses; ip -o addr show
s routes; ip route show default
s panel; p=$$
while [ "\${p:-0}" -gt 1 ]; do
  tr '\\000' '\\n' <"/proc/$p/environ" | sed -n 's/^SSH_CONNECTION=\\([^ ]*\\) .*/\\1/p' | grep . && break
  p=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$p/status")
done
s machine; cat /etc/machine-id; cat /proc/sys/kernel/random/boot_id; cut -d ' ' -f 1 /proc/uptime
s cgroup; stat -f -c %T /sys/fs/cgroup; cat /sys/fs/cgroup/cgroup.controllers
s cgroups; cat /proc/cgroups
s cmdline; cat /proc/cmdline
s features
for m in overlay br_netfilter vxlan nf_conntrack iptable_nat veth; do
  if [ -d /sys/module/$m ] || grep -qw $m /proc/filesystems || modprobe -n -q $m; then echo "$m yes"; continue; fi
  case $m in
    overlay) c=OVERLAY_FS;; br_netfilter) c=BRIDGE_NETFILTER;; vxlan) c=VXLAN;;
    nf_conntrack) c=NF_CONNTRACK;; iptable_nat) c=IP_NF_NAT;; veth) c=VETH;;
  esac
  set -- $( { zcat /proc/config.gz || cat "/boot/config-$(uname -r)"; } | grep -E "^(# )?CONFIG_$c[= ]" )
  case "$*" in *=y|*=m) echo "$m yes";; *) [ -d "/lib/modules/$(uname -r)" ] || [ -n "$*" ] && echo "$m no";; esac
done
s listening; ss -H -lntup
s installed
for b in /usr/local/bin/k3s /usr/bin/k3s; do [ -x $b ] && { printf 'k3s '; timeout 5 $b --version </dev/null | head -n 1; break; }; done
for u in k3s k3s-agent; do [ -e /etc/systemd/system/$u.service ] && echo "unit $u"; done
has dpkg-query && dpkg-query -W -f '\${db:Status-Status} \${Package} \${Version}\\n' haproxy mariadb-server docker.io docker-ce
has haproxy && ! has dpkg-query && { printf 'haproxy '; haproxy -v | head -n 1; }
s reboot; [ -e /run/reboot-required ] && echo required
for f in /boot/vmlinuz-*; do [ -e "$f" ] && echo "kernel \${f#/boot/vmlinuz-}"; done
s init; [ -d /run/systemd/system ] && echo systemd; cat /proc/1/comm
s mirror; echo "$mirror"; wait; [ -n "$tmp" ] && cat "$tmp/mirror"
s end
`;

/** The command; its output is for `parseHostFacts`. */
export const hostFactsCommand: Argv = script(TEXT);
