import { fail, ok, type Result } from "@/lib/core/result";
import { type ExpectedProbe, expectedProbes } from "@/lib/network/expected-probes";
import { type ForwardProbe, forwardProbes } from "@/lib/network/forward-probes";
import { limitOf } from "@/lib/network/limit-of";
import type { SiteView } from "@/lib/network/site-view";
import type { Measured, MeasuredPair, SiteMeasurement } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import {
  type PacketAnswer,
  type PacketHost,
  type PacketTry,
  tryPackets,
} from "@/server/hosts/try-packets";
import { findOutsiders } from "./find-outsiders";

type Parts = Pick<Container, "db" | "ssh" | "clock">;

interface Input {
  /** The policy that is expected, and who is where. */
  readonly view: SiteView;
  readonly revision: number;
  readonly signal: AbortSignal;
}

type Probe = ExpectedProbe & Partial<Pick<ForwardProbe, "sent">>;

/**
 * Tries with real packets whether the hosts do as the policy says: between every two of them, and from outside through
 * the port forwards if the panel has a host there. Seconds in all. What cannot be tried is untested.
 */
export async function measureSite(
  c: Parts,
  { view, revision, signal }: Input,
): Promise<Result<Omit<SiteMeasurement, "drifted">>> {
  const startMs = c.clock.nowMs();
  const at = new Date(startMs);
  const outside = await findOutsiders(c, view);
  const probes: readonly Probe[] = [
    ...expectedProbes(view, at),
    ...forwardProbes(view, outside, at),
  ];
  const ids = new Set(probes.flatMap(({ from, to }) => [from.id, to.id]));
  const { hosts, release } = await connect(c, [...ids]);
  try {
    const answers = await tryPackets(hosts, probes.map(tryOf), signal);
    if (signal.aborted) return fail(STOPPED);
    const pairs = probes.map((probe, i) => pairOf(probe, answers[i] ?? "untested"));
    return ok({ at: at.toISOString(), tookMs: c.clock.nowMs() - startMs, revision, pairs });
  } finally {
    release();
  }
}

const STOPPED = {
  code: "job.busy" as const,
  detail: "Measuring was stopped, because a job began on the hosts.",
  remedies: ["Measure again when the job has ended."],
};

/** One connection to each host that can be reached now. */
async function connect({ ssh }: Parts, ids: readonly string[]) {
  const releases: (() => void)[] = [];
  const connected = await Promise.all(
    ids.map(async (id): Promise<readonly PacketHost[]> => {
      const borrowed = await ssh.borrow(id);
      if (!borrowed.ok) return [];
      releases.push(borrowed.value.release);
      const { host } = borrowed.value;
      return (await host.session.ready()).ok ? [{ id, host }] : [];
    }),
  );
  return { hosts: connected.flat(), release: () => releases.forEach((each) => each()) };
}

/** Its source is chosen, so that a host of two networks sends what the policy was asked about. */
const tryOf = ({ from, to, packet, sent }: Probe): PacketTry => ({
  ...{ from: from.id, to: to.id, protocol: packet.protocol, source: packet.from },
  address: sent?.address ?? packet.to,
  port: sent?.port ?? packet.port,
  listen: { address: packet.to, port: packet.port },
});

const pairOf = (probe: Probe, answer: PacketAnswer): MeasuredPair => ({
  ...{ from: probe.from.id, to: probe.to.id, zones: probe.zones },
  protocol: probe.packet.protocol,
  port: probe.sent?.port ?? probe.packet.port,
  fromAddress: probe.packet.from,
  toAddress: probe.sent?.address ?? probe.packet.to,
  expected: probe.verdict.allowed ? "open" : "blocked",
  measured: measuredOf(probe, answer),
});

/** Past a limit of new connections even an allowed packet is dropped: that says nothing against the rules. */
function measuredOf({ verdict }: Probe, answer: PacketAnswer): Measured {
  if (answer === "open") return "open";
  if (answer === "untested" || answer === "unroutable") return "untested";
  return verdict.allowed && limitOf(verdict.by) !== null ? "untested" : "blocked";
}
