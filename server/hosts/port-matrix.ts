import { flowsBetween, type Flow } from "@/lib/preflight/flows";
import type { Finding } from "@/lib/schemas/finding";
import type { Role } from "@/lib/schemas/role";
import type { SshHost } from "@/server/ssh/ssh-host";
import { connectProgram, listenProgram } from "./probe-programs";

/** A chosen host with a connection to it. */
export interface MatrixHost {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly host: SshHost;
}

type Answer = "open" | "refused" | "silent" | "untested";

interface Tried {
  readonly flow: Flow;
  readonly answer: Answer;
}

const portOf = ({ protocol, port }: Pick<Flow, "protocol" | "port">) => `${protocol}:${port}`;

/**
 * Sends real packets along every flow of the cluster: each host opens short-lived listeners on the ports
 * that are still free, then every host connects. A few seconds, whatever the number of hosts.
 * On abort the listeners are gone within moments, and what was not tried is untested.
 */
export async function portMatrix(
  hosts: readonly MatrixHost[],
  signal: AbortSignal,
): Promise<Finding[]> {
  const flows = flowsBetween(hosts);
  const stop = new AbortController();
  const over = AbortSignal.any([stop.signal, signal]);
  const listening = hosts.map((host) => listen(host, flows, over));
  try {
    const ready = new Map(
      await Promise.all(listening.map(async ({ id, ready: open }) => [id, await open] as const)),
    );
    const tried = await Promise.all(
      hosts.map((host) => tryFlows(host, { flows, hosts, ready, signal: over })),
    );
    const silenced = new Set(listening.filter(({ isOver }) => isOver()).map(({ id }) => id));
    return blockedFindings(tried.flat().map(unlessSilenced(silenced)), hosts);
  } finally {
    stop.abort();
    await Promise.all(listening.map(({ ended }) => ended));
  }
}

/** Who answers on a port: a listener of ours, or a program that held it before. */
type Listeners = ReadonlyMap<string, "ours" | "theirs">;

/** Ports of a host that answer now. Empty: it cannot listen. */
function listen({ id, host }: MatrixHost, flows: readonly Flow[], signal: AbortSignal) {
  const ports = [...new Set(flows.filter(({ to }) => to === id).map(portOf))];
  const open = new Map<string, "ours" | "theirs">();
  const { promise: ready, resolve } = Promise.withResolvers<Listeners>();
  if (ports.length === 0) resolve(open);
  const onLine = (_stream: string, line: string) => {
    const [word, protocol, port] = line.split(" ");
    if (word === "done") resolve(open);
    // A busy UDP port is the kernel's own (vxlan): it does not answer a test packet.
    else if (word === "ready" || (word === "busy" && protocol === "tcp"))
      open.set(`${protocol ?? ""}:${port ?? ""}`, word === "ready" ? "ours" : "theirs");
  };
  let over = ports.length === 0;
  const ended = over
    ? Promise.resolve()
    : host.run(listenProgram(ports), { timeoutMs: 95_000, signal, onLine }).then(() => {
        over = true;
        resolve(open);
      });
  return { id, ready, ended, isOver: () => over };
}

/** A refusal by a host whose listener had gone (busy machine, lost link) says nothing about firewalls. */
const unlessSilenced =
  (silenced: ReadonlySet<string>) =>
  (tried: Tried): Tried =>
    tried.answer !== "open" && silenced.has(tried.flow.to)
      ? { ...tried, answer: "untested" }
      : tried;

interface Matrix {
  readonly flows: readonly Flow[];
  readonly hosts: readonly MatrixHost[];
  readonly ready: ReadonlyMap<string, Listeners>;
  readonly signal: AbortSignal;
}

async function tryFlows(
  source: MatrixHost,
  { flows, hosts, ready, signal }: Matrix,
): Promise<Tried[]> {
  const addresses = new Map(hosts.map(({ id, address }) => [id, address]));
  const own = flows.filter(({ from }) => from === source.id);
  const target = ({ protocol, to, port }: Flow) => `${protocol},${addresses.get(to) ?? ""},${port}`;
  const testable = own.filter((flow) => ready.get(flow.to)?.has(portOf(flow)) === true);
  if (testable.length === 0) return own.map((flow) => ({ flow, answer: "untested" }));
  const done = await source.host.run(connectProgram(testable.map(target)), {
    timeoutMs: 20_000,
    signal,
  });
  const lines = done.ok ? done.value.stdout.split("\n") : [];
  return own.map((flow) => {
    const start = `${target(flow).replaceAll(",", " ")} `;
    const word = lines.find((line) => line.startsWith(start))?.slice(start.length);
    return { flow, answer: judge(word, ready.get(flow.to)?.get(portOf(flow))) };
  });
}

/**
 * A program that listens on loopback only (a fresh MariaDB) refuses others without any firewall, and so
 * does one that has just ended: that tells nothing about the way there.
 */
function judge(word: string | undefined, listener: "ours" | "theirs" | undefined): Answer {
  if (word === "refused") return listener === "ours" ? "refused" : "untested";
  return word === "open" || word === "silent" ? word : "untested";
}

function blockedFindings(tried: readonly Tried[], hosts: readonly MatrixHost[]): Finding[] {
  const names = new Map(hosts.map(({ id, name }) => [id, name]));
  const name = (id: string) => names.get(id) ?? id;
  const blocked = tried
    .filter(({ answer }) => answer === "refused" || answer === "silent")
    .map(({ flow, answer }) => blockedFinding(flow, answer === "silent", name));
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
