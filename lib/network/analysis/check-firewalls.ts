import type { SiteHost, SiteView } from "@/lib/network/site-view";
import { runsPods } from "@/lib/network/decide";
import type { Firewall } from "@/lib/schemas/site";
import type { SiteFinding } from "@/lib/schemas/site-finding";

/** Firewalls that cannot be what the policy says. */
export const checkFirewalls = (view: SiteView): readonly SiteFinding[] => [
  ...view.site.firewalls.flatMap((firewall, i) => checkFirewall(view, firewall, i)),
  ...masqueradeWithoutWayOut(view),
];

function checkFirewall(view: SiteView, firewall: Firewall, i: number): readonly SiteFinding[] {
  const host = view.hosts.find(({ id }) => id === firewall.hostId);
  if (host === undefined)
    return [
      {
        id: "firewall.no-host",
        severity: "blocker",
        title: "A firewall of the policy is no longer a host of the panel",
        reason: "Its rules cannot be written anywhere.",
        remedy: "Remove it from the policy, or add the host again.",
        path: ["firewalls", i],
      },
    ];
  return [
    ...missingInterfaces(firewall, host, i),
    ...(runsPods(host.role) ? [onNode(host, i)] : []),
    ...(firewall.interfaces.length > 1 ? [] : [oneLegged(host, i)]),
  ];
}

const missingInterfaces = (firewall: Firewall, host: SiteHost, i: number): readonly SiteFinding[] =>
  firewall.interfaces.flatMap(({ name }, j) =>
    host.interfaces.includes(name)
      ? []
      : [
          {
            id: "firewall.no-interface",
            severity: "blocker",
            title: `${host.name} has no interface ${name}`,
            reason: `It has ${host.interfaces.join(", ") || "none that is known"}.`,
            remedy: "Choose one of them, or plug it in and read the host's facts again.",
            path: ["firewalls", i, "interfaces", j, "name"],
          },
        ],
  );

const onNode = (host: SiteHost, i: number): SiteFinding => ({
  id: "firewall.on-node",
  severity: "blocker",
  title: `${host.name} runs pods and cannot be a firewall too`,
  reason: "What Kubernetes forwards on a node and what a firewall forwards would be one.",
  remedy: "Choose a host without k3s.",
  path: ["firewalls", i],
});

const oneLegged = (host: SiteHost, i: number): SiteFinding => ({
  id: "firewall.one-leg",
  severity: "warning",
  title: `${host.name} stands between nothing`,
  reason: "Only one of its interfaces is in the policy, so nothing passes through it.",
  remedy: "Add the interface to the other side.",
  path: ["firewalls", i, "interfaces"],
});

function masqueradeWithoutWayOut({ site }: SiteView): readonly SiteFinding[] {
  const internet = site.zones.find(({ kind }) => kind === "internet")?.name;
  const hasWayOut = site.firewalls.some(({ interfaces }) =>
    interfaces.some(({ zone }) => zone === internet),
  );
  if (hasWayOut || site.masquerade.length === 0) return [];
  return [
    {
      id: "masquerade.no-way-out",
      severity: "warning",
      title: "No firewall has an interface to the internet",
      reason: "So none gives outgoing connections its address: the router has to.",
      remedy: "Say which interface leads to the internet, or take the zones off masquerading.",
      path: ["masquerade"],
    },
  ];
}
