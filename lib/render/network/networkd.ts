import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkFile } from "./network-file";

/** A file of its own that sorts before all others: the first that matches counts. Source: systemd.network(5). */
export function networkdFiles({
  interface: name,
  address,
  gateway,
  dns,
}: StaticAddress): readonly NetworkFile[] {
  const lines = [
    "# Written by Gandalf.",
    "[Match]",
    `Name=${name}`,
    "",
    "[Network]",
    `Address=${address}`,
    `Gateway=${gateway}`,
    ...dns.map((server) => `DNS=${server}`),
  ];
  const path = `/etc/systemd/network/05-gandalf-${name}.network`;
  return [{ path, content: `${lines.join("\n")}\n`, mode: 0o644 }];
}
