import { isAddress } from "@/lib/render/address";
import type { Problem } from "@/lib/core/problem";
import { roleCountProblem } from "@/lib/schemas/role-counts";
import { isDnsName } from "@/lib/schemas/network";
import type { PlanHost, PlanInput } from "./inventory";

const isNode = ({ role }: PlanHost) => role === "server" || role === "agent";

const problem = (code: Problem["code"], detail: string, remedy: string): Problem => ({
  code,
  detail,
  remedies: [remedy],
});

/** Why no plan can be made of this input; null when one can. Plan builders throw for what this refuses. */
export function checkPlanInput(input: PlanInput): Problem | null {
  return checkMembers(input) ?? firstOf(input.hosts, (host) => checkHost(host, input));
}

function checkMembers({ spec, hosts }: PlanInput): Problem | null {
  const counts = roleCountProblem(
    spec.topology,
    hosts.map(({ role }) => role),
  );
  if (counts !== null)
    return problem("plan.preflight", `${spec.name}: ${counts.detail}`, counts.remedy);
  const names = new Set(hosts.map(({ name }) => name.toLowerCase()));
  const addresses = new Set(hosts.map(({ address }) => address));
  if (names.size === hosts.length && addresses.size === hosts.length) return null;
  return problem(
    "plan.preflight",
    `Two hosts of ${spec.name} have the same name or address.`,
    "Rename one of them, or give it an address of its own.",
  );
}

function checkHost(host: PlanHost, { artifacts }: PlanInput): Problem | null {
  if (!isDnsName(host.name))
    return problem(
      "input.invalid",
      `${JSON.stringify(host.name.slice(0, 80))} cannot be a host name.`,
      "Rename the host: letters, digits and dashes.",
    );
  if (!isAddress(host.address))
    return problem(
      "input.invalid",
      `${host.name} has the address ${JSON.stringify(host.address.slice(0, 80))}; members of a cluster need an IP address.`,
      "Give the host by its IP address.",
    );
  if (!isNode(host) || artifacts.binary[host.arch] !== undefined) return null;
  return problem(
    "artifact.unavailable",
    `There is no k3s ${artifacts.version} for ${host.name} (${host.arch}).`,
    `Choose a source that has k3s for ${host.arch}.`,
  );
}

function firstOf<T>(items: readonly T[], check: (item: T) => Problem | null): Problem | null {
  for (const item of items) {
    const found = check(item);
    if (found !== null) return found;
  }
  return null;
}
