import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { NetworkFiles } from "@/lib/render/network/network-file";
import type { NetworkManager } from "@/lib/schemas/host-settings-now";
import { script } from "@/lib/shell/argv";

export interface HostNetwork {
  readonly exists: boolean;
  readonly wireless: boolean;
  /** Who really rules the interface; null: nobody that the panel knows. */
  readonly manager: NetworkManager | null;
  readonly addresses: readonly { readonly cidr: string; readonly dynamic: boolean }[];
  /** Of the default route through this interface. */
  readonly gateway: string | null;
  /** It is part of a bridge, bond or VLAN: what rules it is more than an address. */
  readonly compound: boolean;
  /** Path → text of what says how the interface gets its address. Files with passwords in them are left out. */
  readonly files: NetworkFiles;
}

/** The answer of each manager itself, in the order in which they take precedence over each other. */
const READ = `i=$1
[ -e "/sys/class/net/$i" ] && echo exists
[ -d "/sys/class/net/$i/wireless" ] && echo wireless
ip -4 -o address show dev "$i" scope global 2>/dev/null | sed 's/^/address /'
ip -4 route show default dev "$i" 2>/dev/null | sed 's/^/route /'
m=none
if command -v netplan >/dev/null && ls /etc/netplan/*.yaml >/dev/null 2>&1; then m=netplan
elif systemctl is-active --quiet NetworkManager.service && s=$(nmcli -g GENERAL.STATE device show "$i" 2>/dev/null) && [ "\${s%% *}" != 10 ]; then m=networkmanager
elif systemctl is-active --quiet systemd-networkd.service && networkctl --no-legend list "$i" 2>/dev/null | grep -qvE 'unmanaged|pending'; then m=networkd
elif systemctl is-active --quiet dhcpcd.service; then m=dhcpcd
elif command -v ifup >/dev/null && grep -qsE "^[[:space:]]*iface[[:space:]]+$i[[:space:]]+inet[[:space:]]" /etc/network/interfaces /etc/network/interfaces.d/*; then m=ifupdown; fi
echo "manager $m"
[ -d /etc/cloud/cloud.cfg.d ] && echo cloud-init
{ [ -e "/sys/class/net/$i/master" ] || { n=$(networkctl status "$i" 2>/dev/null | sed -n 's/^ *Network File: //p') && [ -f "$n" ] && grep -qE '^(Bridge|Bond|VLAN|MACVLAN)=' "$n"; }; } 2>/dev/null && echo compound
show() { for f; do if [ -f "$f" ] && ! grep -qiE 'password|psk|secret' "$f"; then echo "file $(stat -c %a "$f") $f"; sed 's/^/|/' "$f"; fi; done; }
case $m in
  netplan) show /etc/netplan/*.yaml /etc/cloud/cloud.cfg.d/99-gandalf-network.cfg ;;
  networkmanager) show "/etc/NetworkManager/system-connections/gandalf-$i.nmconnection" ;;
  networkd) show "/etc/systemd/network/05-gandalf-$i.network" ;;
  dhcpcd) show /etc/dhcpcd.conf ;;
  ifupdown) show /etc/network/interfaces /etc/network/interfaces.d/*; [ -L /etc/resolv.conf ] || command -v resolvconf >/dev/null || show /etc/resolv.conf ;;
esac
:`;

const MANAGERS: readonly string[] = [
  "netplan",
  "networkmanager",
  "networkd",
  "dhcpcd",
  "ifupdown",
] satisfies NetworkManager[];

/** One interface: its addresses, who gave it them, and the files that say so. */
export const hostNetwork: Fact<{ readonly interface: string }, HostNetwork> = {
  id: "host-network",
  command: ({ interface: name }) => script(READ, name),
  parse: ({ stdout }) => {
    const lines = stdout.split("\n");
    const manager = /^manager (\S+)$/m.exec(stdout)?.[1] ?? "";
    return ok({
      exists: lines.includes("exists"),
      wireless: lines.includes("wireless"),
      compound: lines.includes("compound"),
      manager: MANAGERS.includes(manager) ? (manager as NetworkManager) : null,
      addresses: lines
        .filter((line) => line.startsWith("address "))
        .map((line) => ({
          cidr: / inet (\S+)/.exec(line)?.[1] ?? "",
          dynamic: / dynamic\b/.test(line),
        })),
      gateway: /^route default via (\S+)/m.exec(stdout)?.[1] ?? null,
      files: { cloudInit: lines.includes("cloud-init"), texts: parseFiles(lines) },
    });
  },
};

function parseFiles(lines: readonly string[]): NetworkFiles["texts"] {
  const files: Record<string, { text: string; mode: number }> = {};
  let open: { text: string; mode: number } | null = null;
  for (const line of lines) {
    const [, mode, path] = /^file ([0-7]+) (\/.+)$/.exec(line) ?? [];
    if (mode !== undefined && path !== undefined) {
      open = { text: "", mode: Number.parseInt(mode, 8) };
      files[path] = open;
    } else if (open !== null && line.startsWith("|")) open.text += `${line.slice(1)}\n`;
  }
  return files;
}
