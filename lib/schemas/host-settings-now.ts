import type { Keyboard } from "./host-settings";

/** Who may rule an interface. */
export type NetworkManager = "netplan" | "networkmanager" | "networkd" | "dhcpcd" | "ifupdown";

/** How a host is set up now. null: it does not say. */
export interface HostSettingsNow {
  readonly hostName: string;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly keyboard: Keyboard["layout"] | null;
  /** Paths that are swapped to. */
  readonly swap: readonly string[];
  /** In a container swap and clock are the machine's. */
  readonly container: string | null;
  /** Whether the running kernel can limit memory. */
  readonly memoryCgroups: boolean;
  /** A Raspberry Pi's own; null elsewhere. */
  readonly cmdlineFile: string | null;
  readonly ssh: { readonly ports: readonly number[]; readonly passwords: boolean | null };
  /** What the panel reaches the host through, most likely. */
  readonly network: {
    readonly interface: string;
    readonly manager: NetworkManager | null;
    readonly addresses: readonly { readonly cidr: string; readonly dynamic: boolean }[];
    readonly gateway: string | null;
    readonly dns: readonly string[];
  } | null;
}

/** Answer of GET /hosts/:id/settings. */
export interface HostSettingsAnswer {
  readonly settings: HostSettingsNow;
}
