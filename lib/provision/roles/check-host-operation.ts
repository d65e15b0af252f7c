import type { Problem } from "@/lib/core/problem";
import type { HostSettings } from "@/lib/schemas/host-settings";
import type { HostOperation } from "@/lib/schemas/operation";
import type { ManagedHost } from "./managed-host";

/** Why an operation on hosts cannot be: what a cluster knows a host by is not changed beside it. */
export function checkHostOperation(
  operation: HostOperation,
  hosts: readonly ManagedHost[],
): Problem | null {
  const member = hosts.find(({ clusterName }) => clusterName !== null);
  if (member === undefined) return null;
  if (operation.kind === "reboot")
    return {
      code: "object.conflict",
      detail: `${member.name} works for the cluster ${member.clusterName ?? ""}: its pods must move first.`,
      remedies: [`Reboot it from the Nodes page of ${member.clusterName ?? "its cluster"}.`],
    };
  return checkMember(operation.settings, member);
}

function checkMember(
  { hostName, address }: HostSettings,
  { name, address: known, clusterName }: ManagedHost,
): Problem | null {
  if (hostName !== undefined && hostName !== name)
    return refused("hostName", `${name} is a node of ${clusterName ?? ""} under this name.`);
  const own = address?.address.split("/")[0];
  if (own !== undefined && own !== known)
    return refused(
      "address.address",
      `The other hosts of ${clusterName ?? ""} reach ${name} at ${known}: only this address can be made fixed.`,
    );
  return null;
}

const refused = (field: string, detail: string): Problem => ({
  code: "object.conflict",
  detail,
  remedies: ["Remove it from the cluster first; add it again under its new name or address."],
  fields: { [`settings.${field}`]: detail },
});
