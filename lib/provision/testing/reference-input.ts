import { secret } from "@/lib/core/secret";
import type { HostId } from "@/lib/provision/host";
import type { NodeId, Plan } from "@/lib/provision/plan/plan";
import type { PlanHost, PlanInput } from "@/lib/provision/roles/inventory";
import { clusterSpec, type ClusterSpecInput } from "@/lib/schemas/cluster-spec";
import type { Role } from "@/lib/schemas/role";

/** Name → address and role of the reference cluster, in starting order. */
const REFERENCE: readonly (readonly [name: string, address: string, role: Role])[] = [
  ["lb", "192.168.1.210", "load-balancer"],
  ["db", "192.168.1.200", "datastore"],
  ["master1", "192.168.1.220", "server"],
  ["master2", "192.168.1.221", "server"],
  ["worker1", "192.168.1.230", "agent"],
  ["worker2", "192.168.1.231", "agent"],
];

export const planHost = (name: string, address: string, role: Role): PlanHost => ({
  id: `id-${name}` as HostId,
  name,
  address,
  arch: "arm64",
  role,
});

const artifact = (name: string) => ({ sha256: "a".repeat(64), sizeBytes: 70_000_000, name });

/** What a plan is made of, with every host given. */
export function planInput(
  hosts: readonly PlanHost[],
  changes: Partial<ClusterSpecInput> = {},
): PlanInput {
  return {
    spec: clusterSpec.parse({
      name: "gandalf",
      topology: "ha-external-database",
      k3sVersion: "v1.34.4+k3s1",
      source: { kind: "release" },
      members: hosts.map(({ id, role }) => ({ hostId: id, role })),
      apiAddress: "192.168.1.210",
      ...changes,
    }),
    hosts,
    secrets: {
      token: secret("server-token-of-the-test"),
      agentToken: secret("agent-token-of-the-test"),
      databasePassword: secret("database-password-of-the-test"),
    },
    artifacts: {
      version: "v1.34.4+k3s1",
      binary: { arm64: artifact("k3s v1.34.4+k3s1 arm64") },
      images: {
        arm64: { artifact: artifact("images"), fileName: "k3s-airgap-images-arm64.tar.zst" },
      },
    },
  };
}

/** The first users' own cluster. */
export const referenceInput = (changes: Partial<ClusterSpecInput> = {}): PlanInput =>
  planInput(
    REFERENCE.map(([name, address, role]) => planHost(name, address, role)),
    changes,
  );

/** Everything that has happened before a node starts, by following its edges. */
export function before(plan: Plan, id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...(plan.nodes.get(id as NodeId)?.after ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(plan.nodes.get(next)?.after ?? []));
  }
  return seen;
}
