import { MARIADB_CONFIG, MARIADB_DROP_IN } from "@/lib/provision/roles/datastore";
import type { PlanHost, PlanInput } from "@/lib/provision/roles/inventory";
import { type Layout, layoutOf, nodeId, on } from "@/lib/provision/roles/layout";
import {
  cleanK3sNodes,
  forgetNodes,
  stopK3sNode,
  TRACES,
} from "@/lib/provision/roles/removed-host";
import { purgeStep } from "@/lib/provision/steps/purge";
import { purgeMariadbStep } from "@/lib/provision/steps/purge-mariadb";
import { planOf } from "./converge-nodes";
import { type NodeId, type Plan, planNode, type PlanNode } from "./plan";

/** The plan that takes a cluster off its hosts, all data included. Host names stay. */
export function buildDeletePlan(input: PlanInput): Plan {
  const layout = layoutOf(input);
  const { servers, agents, datastore, loadBalancer } = layout;
  const stopped = [...servers, ...agents].map((host) => nodeId(host, "k3s.stop"));
  return planOf([
    ...agents.flatMap((host) => leave({ ...host, role: "agent" }, [])),
    // Agents first: they log errors for as long as they run without an API.
    ...servers.flatMap((host) =>
      leave(
        { ...host, role: "server" },
        agents.map((agent) => nodeId(agent, "k3s.stop")),
      ),
    ),
    ...(loadBalancer === null ? [] : purgeLoadBalancer(loadBalancer, stopped)),
    ...(datastore === null ? [] : purgeDatastore(datastore, layout, stopped)),
  ]);
}

function leave(
  host: PlanHost & { role: "server" | "agent" },
  after: readonly NodeId[],
): readonly PlanNode[] {
  const stop = stopK3sNode(host, after);
  return [stop, ...cleanK3sNodes(host, [stop.id])];
}

function purgeLoadBalancer(host: PlanHost, after: readonly NodeId[]): readonly PlanNode[] {
  const purge = planNode(
    purgeStep,
    {
      patterns: ["haproxy"],
      paths: ["/etc/haproxy", "/var/lib/haproxy"],
      what: "HAProxy",
      why: "No cluster is behind it any more.",
    },
    on(host, "haproxy.purge", after),
  );
  return [purge, ...forgetNodes(host, TRACES, [purge.id])];
}

function purgeDatastore(
  host: PlanHost,
  { spec }: Layout,
  after: readonly NodeId[],
): readonly PlanNode[] {
  const { name: database, user } = spec.database;
  const purge = planNode(
    purgeMariadbStep,
    { database, user, files: [MARIADB_CONFIG, MARIADB_DROP_IN] },
    on(host, "mariadb.purge", after),
  );
  return [purge, ...forgetNodes(host, TRACES, [purge.id])];
}
