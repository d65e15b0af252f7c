import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkFile } from "./network-file";

/** A profile of its own that is preferred to all others. Source: nm-settings-keyfile(5), "autoconnect-priority". */
export function networkManagerFiles({
  interface: name,
  address,
  gateway,
  dns,
}: StaticAddress): readonly NetworkFile[] {
  const lines = [
    "# Written by Gandalf.",
    "[connection]",
    `id=gandalf-${name}`,
    "type=ethernet",
    `interface-name=${name}`,
    "autoconnect-priority=100",
    "",
    "[ipv4]",
    "method=manual",
    `address1=${address},${gateway}`,
    ...(dns.length === 0 ? [] : [`dns=${dns.join(";")};`]),
    "",
    "[ipv6]",
    "method=auto",
  ];
  // NetworkManager ignores profiles that others may read.
  const path = `/etc/NetworkManager/system-connections/gandalf-${name}.nmconnection`;
  return [{ path, content: `${lines.join("\n")}\n`, mode: 0o600 }];
}
