import { flowsBetween, type Flow } from "@/lib/preflight/flows";
import type { Finding } from "@/lib/schemas/finding";
import type { Role } from "@/lib/schemas/role";
import type { SshHost } from "@/server/ssh/ssh-host";
import { type PacketAnswer, tryPackets } from "./try-packets";

/** A chosen host with a connection to it. */
export interface MatrixHost {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly host: SshHost;
}

interface Tried {
  readonly flow: Flow;
  readonly answer: PacketAnswer;
}

/** Sends real packets along every flow of the cluster, and tells which did not arrive. */
export async function portMatrix(
  hosts: readonly MatrixHost[],
  signal: AbortSignal,
): Promise<Finding[]> {
  const flows = flowsBetween(hosts);
  const addresses = new Map(hosts.map(({ id, address }) => [id, address]));
  const tries = flows.map(({ from, to, protocol, port }) => ({
    ...{ from, to, protocol, port },
    address: addresses.get(to) ?? "",
  }));
  const answers = await tryPackets(hosts, tries, signal);
  const tried = flows.map((flow, i) => ({ flow, answer: answers[i] ?? "untested" }));
  return blockedFindings(tried, hosts);
}

const ARRIVED: readonly PacketAnswer[] = ["open", "untested"];

function blockedFindings(tried: readonly Tried[], hosts: readonly MatrixHost[]): Finding[] {
  const names = new Map(hosts.map(({ id, name }) => [id, name]));
  const name = (id: string) => names.get(id) ?? id;
  const blocked = tried
    .filter(({ answer }) => !ARRIVED.includes(answer))
    .map(({ flow, answer }) => blockedFinding(flow, answer !== "refused", name));
  const untested = tried.filter(({ answer }) => answer === "untested");
  if (untested.length === 0) return blocked;
  const what = [
    ...new Set(untested.map(({ flow }) => `${name(flow.to)} ${flow.port}/${flow.protocol}`)),
  ];
  return [
    ...blocked,
    {
      id: "ports.untested",
      hostId: null,
      severity: "note",
      title: "Some ports could not be tested",
      reason: `Nothing could answer there: ${what.slice(0, 12).join(", ")}${what.length > 12 ? " …" : ""}.`,
      remedy: "Nothing has to be done when no firewall stands between the hosts.",
    },
  ];
}

function blockedFinding(flow: Flow, silent: boolean, name: (id: string) => string): Finding {
  const [from, to] = [name(flow.from), name(flow.to)];
  const port = `${flow.port}/${flow.protocol}`;
  return {
    id: "ports.blocked",
    hostId: flow.to,
    severity: "blocker",
    title: `${from} does not reach ${to} on ${port}`,
    reason: `A test ${flow.protocol === "tcp" ? "connection" : "packet"} from ${from} to ${to}, port ${port}, which carries ${flow.carries}, ${silent ? "got no answer" : "was refused"}, although something listens there.`,
    remedy: `Allow ${port} from ${from} in the firewall of ${to}, and in any firewall between them.`,
  };
}
