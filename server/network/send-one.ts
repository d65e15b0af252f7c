import type { Packet } from "@/lib/network/decide";
import type { SiteHost, SiteView } from "@/lib/network/site-view";
import type { Trace } from "@/lib/network/trace";
import type { Measured } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { type PacketAnswer, type PacketTry, tryPackets } from "@/server/hosts/try-packets";
import type { SshHost } from "@/server/ssh/ssh-host";
import { connectProgram } from "@/server/hosts/probe-programs";
import { findOutsiders } from "./find-outsiders";

const TIMEOUT_MS = 15_000;

interface Input {
  readonly view: SiteView;
  /** As it leaves the sender. */
  readonly sent: Packet;
  readonly trace: Trace;
  readonly signal: AbortSignal;
}

/** Sends one real packet, where the panel reaches the sender. Untested: it does not, or nobody could answer. */
export async function sendOne(
  c: Pick<Container, "db" | "ssh">,
  { view, sent, trace, signal }: Input,
): Promise<Measured> {
  const outside = await findOutsiders(c, view);
  const sender = ownerOf([...view.hosts, ...outside.map(({ host }) => host)], sent.from);
  const receiver = ownerOf(view.hosts, trace.packet.to);
  if (sender === null || sender.id === receiver?.id) return "untested";
  const ids = [sender.id, ...(receiver === null ? [] : [receiver.id])];
  const borrowed = await Promise.all(ids.map((id) => c.ssh.borrow(id)));
  const [from = null, to = null] = borrowed.map((each) => (each.ok ? each.value.host : null));
  try {
    if (from === null) return "untested";
    if (sent.protocol === "icmp-echo") return await ping(from, sent);
    if (to === null) return await knock(from, sent);
    const hosts = [from, to].map((host) => ({ id: host.hostId, host }));
    const [answer] = await tryPackets(hosts, [tryOf(hosts, sent, trace)], signal);
    return measuredOf(answer);
  } finally {
    for (const each of borrowed) if (each.ok) each.value.release();
  }
}

const tryOf = (
  [from, to]: readonly { readonly id: string }[],
  sent: Packet,
  { packet }: Trace,
): PacketTry => ({
  ...{ from: from?.id ?? "", to: to?.id ?? "", source: sent.from, address: sent.to },
  ...{ protocol: sent.protocol === "udp" ? "udp" : "tcp", port: sent.port },
  listen: { address: packet.to, port: packet.port },
});

const ownerOf = (hosts: readonly SiteHost[], address: string): SiteHost | null =>
  hosts.find(({ addresses }) => addresses.includes(address)) ?? null;

const measuredOf = (answer: PacketAnswer | undefined): Measured => {
  if (answer === "open") return "open";
  return answer === "refused" || answer === "silent" ? "blocked" : "untested";
};

/** Nothing of ours answers there, so that silence or a refusal may be the receiver's own. */
async function knock(host: SshHost, { from, to, protocol, port }: Packet): Promise<Measured> {
  const target = `${protocol},${from},${to},${port}`;
  const done = await host.run(connectProgram([target]), { timeoutMs: TIMEOUT_MS });
  return done.ok && done.value.stdout.trim().endsWith(" open") ? "open" : "untested";
}

/** Source: ping(8): 0 an answer came, 1 none did, 2 another error. */
async function ping(host: SshHost, { from, to }: Packet): Promise<Measured> {
  const argv = ["ping", "-n", "-c", "2", "-W", "2", "-I", from, to] as const;
  const done = await host.run(argv, { timeoutMs: TIMEOUT_MS });
  if (!done.ok) return "untested";
  if (done.value.exitCode === 0) return "open";
  return done.value.exitCode === 1 ? "blocked" : "untested";
}
