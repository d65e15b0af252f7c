import type { StaticAddress } from "@/lib/schemas/host-settings";
import type { NetworkManager } from "@/lib/schemas/host-settings-now";
import { dhcpcdFiles } from "./dhcpcd";
import { ifupdownFiles } from "./ifupdown";
import { netplanFiles } from "./netplan";
import type { NetworkFile, NetworkFiles } from "./network-file";
import { networkdFiles } from "./networkd";
import { networkManagerFiles } from "./network-manager";

const RENDERERS = {
  netplan: netplanFiles,
  networkmanager: networkManagerFiles,
  networkd: networkdFiles,
  dhcpcd: dhcpcdFiles,
  ifupdown: ifupdownFiles,
} satisfies Record<
  NetworkManager,
  (wanted: StaticAddress, files: NetworkFiles) => readonly NetworkFile[]
>;

/** The files of whoever rules an interface, as they are for a fixed address. */
export const staticFiles = (
  manager: NetworkManager,
  wanted: StaticAddress,
  files: NetworkFiles,
): readonly NetworkFile[] => RENDERERS[manager](wanted, files);
