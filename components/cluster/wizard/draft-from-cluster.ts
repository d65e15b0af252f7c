import type { BuiltCluster } from "@/lib/schemas/cluster";
import { EMPTY_DRAFT, type Draft } from "./draft";

/** A draft that is stored in the panel, as decisions: everything in it was decided. */
export function draftFromCluster({ id, spec }: BuiltCluster): Draft {
  const { name, source, k3sVersion, apiAddress, clusterCidr, serviceCidr, clusterDomain } = spec;
  return {
    ...EMPTY_DRAFT,
    clusterId: id,
    topology: spec.topology,
    hostIds: spec.members.map((member) => member.hostId),
    roles: {
      [spec.topology]: Object.fromEntries(spec.members.map(({ hostId, role }) => [hostId, role])),
    },
    serverTaint: spec.serverTaint,
    settings: {
      name,
      source,
      k3sVersion,
      apiAddress,
      extraTlsSans: spec.extraTlsSans.join("\n"),
      clusterCidr,
      serviceCidr,
      clusterDomain,
      disable: spec.disable,
      databaseName: spec.database.name,
      databaseUser: spec.database.user,
    },
  };
}
