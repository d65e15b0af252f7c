import { cidrOverlap, isIpv4 } from "@/lib/schemas/network";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import type { Finding } from "@/lib/schemas/finding";
import { findingOf, type HostRule, type PreflightHost } from "./preflight-host";

const cidrs = (host: PreflightHost) => host.facts.interfaces.flatMap(({ addresses }) => addresses);

const dynamicAddress: HostRule = (host) => {
  const own = cidrs(host).find(({ cidr }) => cidr.split("/")[0] === host.address);
  if (own?.dynamic !== true || host.role === null) return [];
  return [
    findingOf(host, "address.dynamic", "warning", {
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
        findingOf(host, "network.overlap", "blocker", {
          title: `The ${what} network overlaps with the host's`,
          reason: `${host.name} is in ${clash.cidr}, and ${what}s shall live in ${network}: their packets would not leave the host.`,
          remedy: `Choose another ${what} network, such as ${what === "pod" ? "10.142.0.0/16" : "10.143.0.0/16"}.`,
        }),
      ];
    }),
  );
  return [...withHosts, ...plannedFindings(spec)];
}

function plannedFindings(spec: Networks): Finding[] {
  const about = (id: string, title: string, reason: string, remedy: string): Finding => ({
    id,
    hostId: null,
    severity: "blocker",
    title,
    reason,
    remedy,
  });
  const found: Finding[] = [];
  if (cidrOverlap(spec.clusterCidr, spec.serviceCidr))
    found.push(
      about(
        "network.pods-services",
        "Pod and service networks overlap",
        `${spec.clusterCidr} and ${spec.serviceCidr} share addresses.`,
        "Choose two networks apart, such as 10.42.0.0/16 and 10.43.0.0/16.",
      ),
    );
  if (isIpv4(spec.clusterDns) && !cidrOverlap(`${spec.clusterDns}/32`, spec.serviceCidr))
    found.push(
      about(
        "network.dns-outside",
        "The cluster's DNS address is outside the service network",
        `${spec.clusterDns} is not in ${spec.serviceCidr}.`,
        "Use the tenth address of the service network, such as 10.43.0.10.",
      ),
    );
  return found;
}
