import type { NodeId, PlanNode } from "@/lib/provision/plan/plan";
import { checkPlanInput } from "./check-input";
import type { PlanHost, PlanInput } from "./inventory";

/** The plan's input with everybody in their place. */
export interface Layout extends PlanInput {
  readonly first: PlanHost;
  readonly servers: readonly PlanHost[];
  readonly agents: readonly PlanHost[];
  readonly datastore: PlanHost | null;
  readonly loadBalancer: PlanHost | null;
}

/** Throws for input that `checkPlanInput` refuses: its callers have asked that first. */
export function layoutOf(input: PlanInput): Layout {
  const problem = checkPlanInput(input);
  if (problem !== null) throw new Error(problem.detail);
  const of = (role: PlanHost["role"]) => input.hosts.filter((host) => host.role === role);
  const servers = of("server");
  const [first] = servers;
  if (first === undefined) throw new Error("a plan without servers passed its check");
  return {
    ...input,
    first,
    servers,
    agents: of("agent"),
    datastore: of("datastore")[0] ?? null,
    loadBalancer: of("load-balancer")[0] ?? null,
  };
}

/** A step's place in the plan. */
export const nodeId = (host: PlanHost, key: string): NodeId => `${host.name}/${key}` as NodeId;

/** Where a step runs, for `planNode`. */
export const on = (host: PlanHost, key: string, after: readonly NodeId[] = []) => ({
  hostId: host.id,
  hostName: host.name,
  key,
  after,
});

/** Kubernetes' names are lower case. Source: RFC 1123 subdomain, as Kubernetes requires of a node. */
export const nodeName = (host: PlanHost): string => host.name.toLowerCase();

export const idsOf = (nodes: readonly PlanNode[]): readonly NodeId[] => nodes.map(({ id }) => id);
