import { redactText } from "@/lib/core/text";
import type { ClusterSpec } from "@/lib/schemas/cluster-spec";
import { yamlMap } from "./yaml";

export interface ServerConfigInput {
  readonly spec: ClusterSpec;
  readonly nodeName: string;
  readonly address: string;
  /** Addresses of all servers, for their common certificate. */
  readonly serverAddresses: readonly string[];
}

/** Source: k3s documentation, "High Availability": keeps ordinary pods away, also running ones. */
export const SERVER_TAINT = {
  key: "CriticalAddonsOnly",
  value: "true",
  effect: "NoExecute",
} as const;

/** /etc/rancher/k3s/config.yaml of a server: everything but its secrets. Source: k3s "Configuration file". */
export function serverConfig({
  spec,
  nodeName,
  address,
  serverAddresses,
}: ServerConfigInput): string {
  const { key, value, effect } = SERVER_TAINT;
  const text = yamlMap({
    "node-name": nodeName,
    "node-ip": address,
    "tls-san": [...new Set([spec.apiAddress, ...serverAddresses, ...spec.extraTlsSans])],
    "node-taint": spec.serverTaint ? [`${key}=${value}:${effect}`] : [],
    "cluster-cidr": spec.clusterCidr,
    "service-cidr": spec.serviceCidr,
    "cluster-dns": spec.clusterDns,
    "cluster-domain": spec.clusterDomain,
    disable: spec.disable.toSorted(),
    "write-kubeconfig-mode": "0600",
  });
  return `# Written by Gandalf.\n${redactText(text)}`;
}
