import { UNIT } from "@/lib/provision/roles/k3s-files";
import type { PlanHost } from "@/lib/provision/roles/inventory";
import { idsOf, nodeName, on } from "@/lib/provision/roles/layout";
import { apiStaysStep } from "@/lib/provision/steps/api-stays";
import { drainForRebootStep } from "@/lib/provision/steps/drain-for-reboot";
import { nodeBackStep } from "@/lib/provision/steps/node-back";
import { rebootHostStep } from "@/lib/provision/steps/reboot-host";
import { uncordonNodeStep } from "@/lib/provision/steps/uncordon-node";
import { unitUpStep } from "@/lib/provision/steps/unit-up";
import type { Role } from "@/lib/schemas/role";
import { planOf } from "./converge-nodes";
import { type NodeId, type Plan, planNode, type PlanNode } from "./plan";

/** What a plan of reboots is made of. */
export interface RebootPlanInput {
  /** All members of the cluster. */
  readonly hosts: readonly PlanHost[];
  /** Which of them are rebooted. */
  readonly hostIds: readonly string[];
  /** Host id → boot that is to end; empty in a preview. */
  readonly boots: Readonly<Record<string, string>>;
  readonly apiAddress: string;
  /** The boot that the panel itself runs in. */
  readonly panelBoot: string | null;
}

/** Least harm first: a new kernel that does not boot shows on an agent, not on the database. */
const ORDER: readonly Role[] = ["agent", "server", "load-balancer", "datastore"];

/** Hosts one after another; each is back and at work before the next goes down, and a failure stops the rest. */
export function buildRebootPlan(input: RebootPlanInput): Plan {
  const chosen = ORDER.flatMap((role) =>
    input.hosts.filter((host) => host.role === role && input.hostIds.includes(host.id)),
  );
  const nodes: PlanNode[] = [];
  let before: readonly NodeId[] = [];
  for (const host of chosen) {
    const own = rebootNodes(host, input, before);
    nodes.push(...own);
    before = idsOf(own);
  }
  return planOf(nodes);
}

function rebootNodes(host: PlanHost, input: RebootPlanInput, before: readonly NodeId[]) {
  return host.role === "agent" || host.role === "server"
    ? nodeNodes({ ...host, role: host.role }, input, before)
    : serviceNodes(host, input, before);
}

const serversOf = ({ hosts }: RebootPlanInput) => hosts.filter(({ role }) => role === "server");

/** The server that speaks for the cluster while this host is down: another one, where there is one. */
function speaker(host: PlanHost, input: RebootPlanInput): PlanHost {
  const servers = serversOf(input);
  const found = servers.find(({ id }) => id !== host.id) ?? servers[0];
  if (found === undefined) throw new Error("a cluster without a server");
  return found;
}

function reboot(host: PlanHost, input: RebootPlanInput, after: readonly NodeId[]): PlanNode {
  const { boots, panelBoot } = input;
  return planNode(
    rebootHostStep,
    {
      hostName: host.name,
      from: boots[host.id] ?? null,
      meanwhile: meanwhile(host, input),
      panelBoot,
    },
    on(host, "host.reboot", after),
  );
}

/** What does not answer while the host is down, in plain words. */
function meanwhile(host: PlanHost, input: RebootPlanInput): string {
  const others = serversOf(input).length - 1;
  switch (host.role) {
    case "agent":
      return `Its pods run elsewhere meanwhile, where there is room. Volumes on ${host.name}'s own disk, and what needs them, are away until it is back.`;
    case "server":
      return others > 0
        ? "The API stays: the other servers answer for it."
        : `${host.name} is the only server: the API, kubectl and this panel's view of the cluster are away until it is back. Pods on other hosts go on running.`;
    case "load-balancer":
      return `The API, kubectl and all web sites of the cluster are unreachable through ${host.name} until it is back. Pods go on running.`;
    case "datastore":
      return `The API answers nothing and nothing is started or moved until ${host.name} is back. Pods that run go on running, and web sites stay up.`;
  }
}

function nodeNodes(
  host: PlanHost & { role: "agent" | "server" },
  input: RebootPlanInput,
  before: readonly NodeId[],
): readonly PlanNode[] {
  const via = speaker(host, input);
  const shared = { node: nodeName(host), serverName: via.name, from: input.boots[host.id] ?? null };
  const unit = UNIT[host.role];
  const guard =
    host.role === "server" && via.id !== host.id ? [guardNode(host, input, before)] : [];
  const drain = planNode(
    drainForRebootStep,
    shared,
    on(via, `drain.${nodeName(host)}`, [...before, ...idsOf(guard)]),
  );
  const goes = reboot(host, input, [drain.id]);
  const up = planNode(
    unitUpStep,
    { unit, hostName: host.name, from: shared.from },
    on(host, "unit.up", [goes.id]),
  );
  const back = planNode(
    nodeBackStep,
    { ...shared, unit, serverId: via.id },
    on(host, "node.back", [up.id]),
  );
  const uncordon = planNode(uncordonNodeStep, shared, {
    ...on(via, `uncordon.${nodeName(host)}`, [drain.id, goes.id, up.id, back.id]),
    always: true,
  });
  return [...guard, drain, goes, up, back, uncordon];
}

const guardNode = (host: PlanHost, input: RebootPlanInput, before: readonly NodeId[]): PlanNode =>
  planNode(
    apiStaysStep,
    {
      apiAddress: input.apiAddress,
      others: serversOf(input)
        .filter(({ id }) => id !== host.id)
        .map(nodeName),
      what: "another server",
      why: `While ${host.name} is down, another server answers for the API.`,
    },
    on(speaker(host, input), `api.without.${nodeName(host)}`, before),
  );

const SERVICE = { "load-balancer": "haproxy.service", datastore: "mariadb.service" } as const;

/** A host that is no node: there is nothing to drain, and the API is to answer again afterwards. */
function serviceNodes(
  host: PlanHost,
  input: RebootPlanInput,
  before: readonly NodeId[],
): readonly PlanNode[] {
  if (host.role !== "load-balancer" && host.role !== "datastore")
    throw new Error(`${host.name} is a node`);
  const via = speaker(host, input);
  const goes = reboot(host, input, before);
  const unit = SERVICE[host.role];
  const up = planNode(
    unitUpStep,
    { unit, hostName: host.name, from: input.boots[host.id] ?? null },
    on(host, "unit.up", [goes.id]),
  );
  const api = planNode(
    apiStaysStep,
    {
      apiAddress: input.apiAddress,
      others: [],
      what: "API answers",
      why: `With ${host.name} back, the API answers again at the cluster's address.`,
    },
    on(via, `api.after.${nodeName(host)}`, [up.id]),
  );
  return [goes, up, api];
}
