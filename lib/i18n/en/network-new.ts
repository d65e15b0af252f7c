import { plural } from "@/lib/format/plural";

/** The page for a new site. */
export const networkNew = {
  title: "New site",
  facts: "Nothing is touched on any host before you apply the policy.",
  preset: "How the network is laid out",
  presets: {
    flat: "Flat home network",
    dmz: "DMZ between two firewalls",
    empty: "Empty",
  },
  presetHelp: {
    flat: "Everything behind the router, in one network.",
    dmz: "What the internet reaches stands apart from home.",
    empty: "Only the internet. You draw the zones.",
  },
  pictures: {
    flat: "Internet, router, home",
    dmz: "Internet, firewall, DMZ, firewall, home",
    empty: "Internet, and nothing yet",
  },
  name: "Name",
  nameSuch: "Home",
  home: "Home network",
  dmz: "DMZ network",
  guessed: "As the hosts’ own addresses say.",
  loadBalancer: "Load balancer",
  loadBalancerHelp: "Ports 80, 443 and 2200 of the public address lead here.",
  admin: "Host for administration",
  adminHelp: "Port 2201 of the public address leads here.",
  firewalls: "Firewalls",
  firewallsHelp:
    "Hosts without k3s that stand between the networks: the outer one and the inner one.",
  noFirewall: "Choose hosts above first. Those without a role in a cluster can be firewalls.",
  noFacts: (host: string) => `${host} has never told its interfaces. Check it on the hosts’ page.`,
  leadsTo: (name: string) => `${name} leads to`,
  preview: "The policy it begins with",
  previewLater:
    "Appears once the networks are known. Choose hosts, and their addresses fill them in.",
  outside: (hosts: readonly string[]) =>
    hosts.length === 1
      ? `${hosts[0]} is in none of these networks.`
      : `${hosts.join(", ")} are in none of these networks.`,
  create: "Create site",
  wrong: (count: number) => `${plural(count, "field")} ${count === 1 ? "needs" : "need"} you`,
};
