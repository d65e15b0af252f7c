import type { SshHost } from "@/server/ssh/ssh-host";
import { connectProgram, listenProgram } from "./probe-programs";

/** A host that packets are sent from or to. */
export interface PacketHost {
  readonly id: string;
  readonly host: SshHost;
}

/** A packet from one host to another. */
export interface PacketTry {
  /** Host ids. */
  readonly from: string;
  readonly to: string;
  readonly protocol: "tcp" | "udp";
  /** Whom it is sent to. */
  readonly address: string;
  readonly port: number;
  /** Which of the sender's own addresses it comes from; left out: as its routes say. */
  readonly source?: string;
  /** Where the receiver listens for it; left out: at `port` of all its IPv4 addresses. */
  readonly listen?: { readonly address: string; readonly port: number };
}

/** "unroutable": it never left, because the sender knows no way there. */
export type PacketAnswer = "open" | "refused" | "silent" | "unroutable" | "untested";

/** Longer than listeners live by themselves. */
const LISTEN_MS = 95_000;
const CONNECT_MS = 80_000;

/**
 * Sends all these packets: each host opens short-lived listeners on the ports that are still free, then every host
 * connects, over one connection of ours each. A few seconds, whatever the number of hosts. Answers in order of the
 * tries. On abort the listeners are gone within moments, and what was not tried is untested.
 */
export async function tryPackets(
  hosts: readonly PacketHost[],
  tries: readonly PacketTry[],
  signal: AbortSignal,
): Promise<readonly PacketAnswer[]> {
  const stop = new AbortController();
  const over = AbortSignal.any([stop.signal, signal]);
  const listening = hosts.map((host) => listen(host, tries, over));
  try {
    const ready = new Map(
      await Promise.all(listening.map(async ({ id, ready: open }) => [id, await open] as const)),
    );
    const answers = await Promise.all(
      hosts.map((host) => tryFrom(host, { tries, ready, signal: over })),
    );
    const found = new Map(answers.flatMap((own) => [...own]));
    const silenced = new Set(listening.filter(({ isOver }) => isOver()).map(({ id }) => id));
    return tries.map((each) => unlessSilenced(found.get(each) ?? "untested", each, silenced));
  } finally {
    stop.abort();
    await Promise.all(listening.map(({ ended }) => ended));
  }
}

/** Who answers at an end: a listener of ours, or a program that held it before. */
type Listeners = ReadonlyMap<string, "ours" | "theirs">;

const endOf = ({ protocol, port, listen: at }: PacketTry) =>
  `${protocol},${at?.port ?? port},${at?.address ?? ""}`;

/** Ends of a host that answer now. Empty: it cannot listen. */
function listen({ id, host }: PacketHost, tries: readonly PacketTry[], signal: AbortSignal) {
  const ends = [...new Set(tries.filter(({ to }) => to === id).map(endOf))];
  const open = new Map<string, "ours" | "theirs">();
  const { promise: ready, resolve } = Promise.withResolvers<Listeners>();
  if (ends.length === 0) resolve(open);
  const onLine = (_stream: string, line: string) => {
    const [word, protocol = "", port = "", address = ""] = line.split(" ");
    if (word === "done") resolve(open);
    // A busy UDP port is the kernel's own (vxlan): it does not answer a test packet.
    else if (word === "ready" || (word === "busy" && protocol === "tcp"))
      open.set(`${protocol},${port},${address}`, word === "ready" ? "ours" : "theirs");
  };
  let over = ends.length === 0;
  const ended = over
    ? Promise.resolve()
    : host.run(listenProgram(ends), { timeoutMs: LISTEN_MS, signal, onLine }).then(() => {
        over = true;
        resolve(open);
      });
  return { id, ready, ended, isOver: () => over };
}

/** A refusal by a host whose listener had gone (busy machine, lost link) says nothing about firewalls. */
const unlessSilenced = (
  answer: PacketAnswer,
  { to }: PacketTry,
  silenced: ReadonlySet<string>,
): PacketAnswer => (answer !== "open" && silenced.has(to) ? "untested" : answer);

interface Round {
  readonly tries: readonly PacketTry[];
  readonly ready: ReadonlyMap<string, Listeners>;
  readonly signal: AbortSignal;
}

async function tryFrom(
  { id, host }: PacketHost,
  { tries, ready, signal }: Round,
): Promise<ReadonlyMap<PacketTry, PacketAnswer>> {
  const listener = (each: PacketTry) => ready.get(each.to)?.get(endOf(each));
  const testable = tries.filter((each) => each.from === id && listener(each) !== undefined);
  if (testable.length === 0) return new Map();
  const targets = [...new Set(testable.map(targetOf))];
  const done = await host.run(connectProgram(targets), { timeoutMs: CONNECT_MS, signal });
  const words = new Map((done.ok ? done.value.stdout.split("\n") : []).map(splitLine));
  return new Map(testable.map((each) => [each, judge(words.get(targetOf(each)), listener(each))]));
}

const targetOf = ({ protocol, source = "", address, port }: PacketTry) =>
  `${protocol},${source},${address},${port}`;

/** "tcp  192.168.1.220 6443 open" → what was asked, and the word. */
function splitLine(line: string): readonly [string, string] {
  const at = line.lastIndexOf(" ");
  return [line.slice(0, at).replaceAll(" ", ","), line.slice(at + 1)];
}

/**
 * A program that listens on loopback only (a fresh MariaDB) refuses others without any firewall, and so
 * does one that has just ended: that tells nothing about the way there.
 */
function judge(word: string | undefined, listener: "ours" | "theirs" | undefined): PacketAnswer {
  if (word === "refused") return listener === "ours" ? "refused" : "untested";
  return word === "open" || word === "silent" || word === "unroutable" ? word : "untested";
}
