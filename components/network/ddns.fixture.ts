import type { DdnsNameRow, DdnsView } from "@/lib/schemas/ddns-view";

/** A name that is as it should be. */
export const ddnsRow = (more: Partial<DdnsNameRow> = {}): DdnsNameRow => ({
  provider: "no-ip",
  name: "gandalf9.ddns.net",
  hasSecret: true,
  isWell: true,
  isFinal: false,
  sentence: "The provider has the address.",
  remedy: null,
  address: "203.0.113.7",
  updatedAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
  waitUntil: null,
  confirm: null,
  ...more,
});

/** One name at No-IP, kept by the first firewall. For tests and pictures. */
export const ddnsView = (more: Partial<DdnsView> = {}): DdnsView => ({
  settings: {
    hostId: "fw1",
    address: { kind: "web", url: "https://api.ipify.org/" },
    everyMinutes: 5,
    names: [{ provider: "no-ip", name: "gandalf9.ddns.net", login: "ada@example.org" }],
  },
  hostName: "fw1",
  names: [ddnsRow()],
  asOf: new Date(Date.now() - 5_000).toISOString(),
  problem: null,
  ...more,
});

/** Before anything was set up. */
export const NO_DDNS: DdnsView = {
  ...{ settings: null, hostName: null, names: [], asOf: null, problem: null },
};
