import { plural } from "@/lib/format/plural";

/** Kubeconfigs that go through the panel. */
export const kubeconfigs = {
  way: "How kubectl reaches the cluster",
  ways: { panel: "Through the panel", direct: "Directly" },
  about: {
    panel:
      "kubectl talks to the panel. It needs no way to port 6443, shows who you are in the cluster’s own audit, and you can end it here at any time.",
    direct:
      "kubectl talks to the cluster’s API. It must reach port 6443, and nothing ends it early.",
  },
  where: "Where you will use it",
  wherePlaceholder: "laptop",
  days: (days: number) => plural(days, "day"),
  connects: (server: string) => `It connects to ${server}`,
  list: "In use",
  facts: (used: string, ends: string) => `Last used: ${used}. Ends ${ends}.`,
  never: "never",
  usedFrom: (age: string, address: string) => `${age}, from ${address}`,
  open: (streams: number) => `${plural(streams, "command")} running now.`,
  revoke: "End",
  revokeNamed: (name: string) => `End ${name}`,
};
