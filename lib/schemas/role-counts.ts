import type { ClusterTopology } from "./cluster-spec";
import type { Role } from "./role";

/** How many hosts of a role a topology takes: [least, most]. */
export const ROLE_COUNTS = {
  "ha-external-database": {
    "load-balancer": [1, 1],
    datastore: [1, 1],
    server: [1, 16],
    agent: [0, 60],
  },
  "single-server": {
    "load-balancer": [0, 0],
    datastore: [0, 0],
    server: [1, 1],
    agent: [0, 60],
  },
} as const satisfies Record<ClusterTopology, Record<Role, readonly [number, number]>>;

/** What is wrong with the number of hosts of a role, and what to do about it. */
export interface RoleCountProblem {
  readonly detail: string;
  readonly remedy: string;
}

/** The first role that a topology has too few or too many hosts of; null when all counts fit. */
export function roleCountProblem(
  topology: ClusterTopology,
  roles: readonly Role[],
): RoleCountProblem | null {
  const counts = Object.entries(ROLE_COUNTS[topology]) as [Role, readonly [number, number]][];
  for (const [role, [least, most]] of counts) {
    const count = roles.filter((one) => one === role).length;
    if (count < least)
      return { detail: `No host has the role ${role}.`, remedy: "Give it to one host." };
    if (count > most) return tooMany(topology, { role, count, most });
  }
  return null;
}

function tooMany(
  topology: ClusterTopology,
  { role, count, most }: { readonly role: Role; readonly count: number; readonly most: number },
): RoleCountProblem {
  const have = count === 1 ? "1 host has" : `${count} hosts have`;
  const fits = most === 0 ? "none" : `at most ${most}`;
  return {
    detail: `${have} the role ${role}; this topology takes ${fits}.`,
    remedy:
      topology === "single-server"
        ? "Choose the topology with an external database for more."
        : "Give the others another role.",
  };
}
