import { cidrOverlap, isIpv4 } from "@/lib/schemas/network";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Finding } from "@/lib/schemas/finding";
import { findingOf, type HostRule, type PreflightHost, type Words } from "./preflight-host";

const cidrs = (host: PreflightHost) => host.facts.interfaces.flatMap(({ addresses }) => addresses);

const dynamicAddress: HostRule = (host) => {
  const own = cidrs(host).find(({ cidr }) => cidr.split("/")[0] === host.address);
  if (own?.dynamic !== true || host.role === null) return [];
  return [
    findingOf(host, ["warning", "address.dynamic"], {
      title: "Address by DHCP",
      reason: `${host.name} has ${host.address} on lease. When it changes, the cluster loses the host.`,
      remedy: "Give it a fixed address, or reserve this one for it in the router.",
    }),
  ];
};

/** Rules about a host's own addresses. */
export const ADDRESS_RULES: readonly HostRule[] = [dynamicAddress];

type Networks = Pick<ClusterSpec, "clusterCidr" | "serviceCidr" | "clusterDns">;

/** Pods, services and hosts must not share addresses: packets would take the wrong way. */
export function networkFindings(hosts: readonly PreflightHost[], spec: Networks): Finding[] {
  const planned = [
    ["pod", spec.clusterCidr],
    ["service", spec.serviceCidr],
  ] as const;
  const withHosts = hosts.flatMap((host) =>
    planned.flatMap(([what, network]) => {
      const clash = cidrs(host).find(({ cidr }) => cidrOverlap(cidr, network));
      if (clash === undefined) return [];
      return [
        findingOf(host, ["blocker", "network.overlap"], {
          title: `The ${what} network overlaps with the host's`,
          reason: `${host.name} is in ${clash.cidr}, and ${what}s shall live in ${network}: their packets would not leave the host.`,
          remedy: `Choose another ${what} network, such as ${what === "pod" ? "10.142.0.0/16" : "10.143.0.0/16"}.`,
        }),
      ];
    }),
  );
  return [...withHosts, ...plannedFindings(spec)];
}

const aboutAll = (id: string, words: Words): Finding => ({
  id,
  hostId: null,
  severity: "blocker",
  ...words,
});

function plannedFindings({ clusterCidr, serviceCidr, clusterDns }: Networks): Finding[] {
  const found: Finding[] = [];
  if (cidrOverlap(clusterCidr, serviceCidr))
    found.push(
      aboutAll("network.pods-services", {
        title: "Pod and service networks overlap",
        reason: `${clusterCidr} and ${serviceCidr} share addresses.`,
        remedy: "Choose two networks apart, such as 10.42.0.0/16 and 10.43.0.0/16.",
      }),
    );
  if (isIpv4(clusterDns) && !cidrOverlap(`${clusterDns}/32`, serviceCidr))
    found.push(
      aboutAll("network.dns-outside", {
        title: "The cluster's DNS address is outside the service network",
        reason: `${clusterDns} is not in ${serviceCidr}.`,
        remedy: "Use the tenth address of the service network, such as 10.43.0.10.",
      }),
    );
  return found;
}
