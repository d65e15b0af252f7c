import { fail, ok, type Result } from "@/lib/core/result";
import type { Packet } from "@/lib/network/decide";
import { endsOf } from "@/lib/network/ends-of";
import type { SiteView } from "@/lib/network/site-view";
import { type Trace, trace } from "@/lib/network/trace";
import { traceSentence } from "@/lib/network/trace-sentence";
import type { TraceInput } from "@/lib/schemas/site-input";
import type { SiteTraceAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { sendOne } from "@/server/network/send-one";
import { readSite, specOf } from "./read-site";
import { siteView } from "./site-view";

type Parts = Pick<Container, "db" | "ssh" | "clock">;

interface Input extends TraceInput {
  readonly siteId: string;
}

/** What the stored policy says about one packet, and which way it goes. */
export async function tracePacket(c: Parts, input: Input): Promise<Result<SiteTraceAnswer>> {
  const stored = await readSite(c, input.siteId);
  if (!stored.ok) return stored;
  const view = await siteView(c, stored.value);
  const packet = packetOf(view, input);
  if (!packet.ok) return packet;
  return ok(answerOf(view, trace(view, packet.value, new Date(c.clock.nowMs()))));
}

/** The same by the policy that the hosts keep, if they keep any, with what a real packet does. */
export async function provePacket(
  c: Parts,
  input: Input,
  signal: AbortSignal,
): Promise<Result<SiteTraceAnswer>> {
  const stored = await readSite(c, input.siteId);
  if (!stored.ok) return stored;
  const { appliedRevision, spec } = stored.value;
  const kept = appliedRevision === null ? spec : await specOf(c.db, input.siteId, appliedRevision);
  const view = await siteView(c, stored.value, kept);
  const sent = packetOf(view, input);
  if (!sent.ok) return sent;
  const found = trace(view, sent.value, new Date(c.clock.nowMs()));
  const measured = await sendOne(c, { view, sent: sent.value, trace: found, signal });
  return ok({ ...answerOf(view, found), measured });
}

const answerOf = (view: SiteView, found: Trace): SiteTraceAnswer => ({
  verdict: found.verdict.allowed ? "open" : "blocked",
  by: found.verdict.by,
  path: found.path,
  sentence: traceSentence(view, found),
});

/** Ends of one family: the first of each that fit together. */
function packetOf(view: SiteView, { from, to, protocol, port }: Input): Result<Packet> {
  const [sources, targets] = [endsOf(view, from), endsOf(view, to)];
  if (sources.length === 0) return unknownEnd("from", from);
  if (targets.length === 0) return unknownEnd("to", to);
  const isSix = (address: string) => address.includes(":");
  const source = sources.find((each) => targets.some((target) => isSix(target) === isSix(each)));
  const target = targets.find((each) => source !== undefined && isSix(each) === isSix(source));
  if (source === undefined || target === undefined)
    return refuse(
      "to",
      "Both ends are IPv4, or both are IPv6: choose an address of the other kind.",
    );
  if (source === target) return refuse("to", "Both ends are the same: choose another one.");
  return ok({ from: source, to: target, protocol, port: protocol === "icmp-echo" ? 0 : port });
}

const unknownEnd = (field: string, word: string) =>
  refuse(
    field,
    `${word} is no address, and no host or zone of this site: write such as 192.168.1.50.`,
  );

const refuse = (field: string, complaint: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail: complaint,
    remedies: ["Correct the field and send again."],
    fields: { [field]: complaint },
  });
