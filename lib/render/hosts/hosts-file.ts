import { isAddress } from "@/lib/render/address";
import { isDnsName } from "@/lib/schemas/network";
import { withManagedBlock } from "./managed-block";

export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

/**
 * /etc/hosts with a line for every host of the cluster, in the panel's own block. Throws for what no
 * schema lets through. Source: hosts(5).
 */
export function hostsFile(text: string, hosts: readonly NamedAddress[]): string {
  for (const { name, address } of hosts)
    if (!isDnsName(name) || !isAddress(address))
      throw new Error(`not a line of /etc/hosts: ${JSON.stringify({ name, address })}`);
  const lines = hosts.map(({ name, address }) => `${address}\t${name}`).toSorted();
  return withManagedBlock(text, lines);
}
