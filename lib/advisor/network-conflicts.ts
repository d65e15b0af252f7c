import ipaddr from "ipaddr.js";
import { cidrOverlap, isIpv4 } from "@/lib/schemas/network";

/** A network that a host is part of: "192.168.1.0/24" of lb. */
export interface HostNetwork {
  readonly hostName: string;
  readonly cidr: string;
}

export type ClusterNetwork = "clusterCidr" | "serviceCidr";

/** A pod or service network that hides addresses which are in use elsewhere. */
export interface NetworkConflict {
  readonly field: ClusterNetwork;
  /** What it overlaps: a host's own network, or the cluster's other one. */
  readonly with: HostNetwork | "pods";
  /** A network that overlaps nothing, to be used with one click; null when all offers are taken. */
  readonly free: string | null;
}

/** Offers: k3s's own defaults first, then the same pattern further up, then the 172.16/12 block. */
const OFFERS = {
  clusterCidr: ["10.42.0.0/16", "10.52.0.0/16", "10.142.0.0/16", "172.20.0.0/16"],
  serviceCidr: ["10.43.0.0/16", "10.53.0.0/16", "10.143.0.0/16", "172.21.0.0/16"],
} as const;

/** What the pod and service networks overlap: hosts that share addresses with pods cannot be reached from them. */
export function networkConflicts(input: {
  readonly clusterCidr: string;
  readonly serviceCidr: string;
  readonly hosts: readonly HostNetwork[];
}): NetworkConflict[] {
  const { clusterCidr, serviceCidr, hosts } = input;
  const taken = (cidr: string) => hosts.find((host) => cidrOverlap(host.cidr, cidr));
  const offer = (field: ClusterNetwork, other: string) =>
    OFFERS[field].find((cidr) => !taken(cidr) && !cidrOverlap(cidr, other)) ?? null;
  const pods = taken(clusterCidr);
  const services = taken(serviceCidr) ?? (cidrOverlap(clusterCidr, serviceCidr) ? "pods" : null);
  const found: NetworkConflict[] = [];
  if (pods)
    found.push({ field: "clusterCidr", with: pods, free: offer("clusterCidr", serviceCidr) });
  if (services)
    found.push({ field: "serviceCidr", with: services, free: offer("serviceCidr", clusterCidr) });
  return found;
}

/** Place of the cluster's DNS in the service network. Source: k3s documentation, --cluster-dns. */
const DNS_OFFSET = 10;

/** The tenth address of a service network, where k3s expects DNS; null for wrong input. */
export function dnsOf(serviceCidr: string): string | null {
  const [address = ""] = serviceCidr.split("/");
  if (!isIpv4(address) || !ipaddr.IPv4.isValidCIDR(serviceCidr)) return null;
  const octets = ipaddr.IPv4.parse(address).octets;
  return [...octets.slice(0, 3), (octets[3] ?? 0) + DNS_OFFSET].join(".");
}
