import { plural } from "@/lib/format/plural";

interface Count {
  readonly agree: number;
  readonly total: number;
  readonly untested: number;
  readonly isOutOfReach: boolean;
}

const MOST = 3;

/** "lb, db, master1 and 3 more" */
const some = (names: readonly string[]) =>
  names.length > MOST + 1
    ? `${names.slice(0, MOST).join(", ")} and ${names.length - MOST} more`
    : names.join(", ");

const VERDICTS = { everything: "Allow", some: "Allow", deny: "Deny", silent: "Deny" };

/** The matrix, and one of its fields. */
export const networkMatrix = {
  matrix: {
    label: "Policy matrix",
    caption: "Policy from row zone to column zone, expected and measured",
    captionExpected: "Policy from row zone to column zone",
    from: "from ↓",
    to: "to →",
    internet: "internet",
    pods: "cluster network",
    anyZone: "every zone",
    hosts: some,
    noHosts: "no host",
    title: (from: string, to: string) => `${from} → ${to}`,
    pair: (from: string, to: string) => `${from} to ${to}`,
    verdicts: VERDICTS,
    everything: "Everything",
    silent: "nothing is said",
    services: (names: readonly string[]) =>
      names.length > 4
        ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
        : names.join(", "),
    inherited: (from: string, to: string) => `by ${from} → ${to}`,
    notRouted: "not routed here",
    notRoutedShort: "not here",
    notSaved: "not saved",
    measured: ({ agree, total, untested, isOutOfReach }: Count) => {
      if (isOutOfReach) return "No host to probe";
      if (total === 0 || untested === total) return "Not measured yet";
      return `Measured ${agree} of ${total - untested}`;
    },
    spoken: (field: {
      pair: string;
      verdict: string;
      services: readonly string[];
      measured: string;
    }) =>
      `${field.pair}: ${field.verdict}${field.services.length > 0 ? ` ${field.services.join(", ")}` : ""}. ${field.measured}.`,
    neverMeasured: "Nothing measured yet. “Measure now” sends probes between the hosts.",
    agree: (count: number) => `${plural(count, "probe")} ${count === 1 ? "agrees" : "agree"}`,
    differ: (count: number) => `${count} ${count === 1 ? "differs" : "differ"}`,
    untested: (count: number) => `${count} not measured`,
    measuredAt: "measured",
    took: (duration: string) => `, took ${duration}`,
    showAny: "Show “any”",
    hideAny: "Hide “any”",
  },
  cell: {
    legend: (from: string, to: string) => `What may pass from ${from} to ${to}`,
    choices: { everything: "Allow everything", some: "Allow some services", deny: "Deny" },
    help: {
      everything: "Every port, every protocol.",
      some: "Only what is chosen below; the rest is dropped.",
      deny: "Nothing passes. Answers to the other side still do.",
    },
    services: "Services that may pass",
    lastService: "The last one stays: with none, everything would pass.",
    log: "Log what is dropped",
    logHelp: "In the host’s kernel log, at most ten lines a minute.",
    limit: "New connections",
    limitUnit: "a minute",
    limitHelp: "Of one sender. More are dropped.",
    limitWrong: "Write a whole number from 1 to 100,000, or nothing.",
    allowUntil: "Allow until…",
    remove: "Say nothing here",
    notRouted: "No host of this site sees such a packet, so this field decides nothing now.",
    rule: (hosts: readonly string[]) => `The rule that decides, on ${some(hosts)}`,
    packets: (count: string) => `${count} packets`,
  },
  probes: {
    none: "No probe was sent between these two.",
    title: "Expected and measured",
    from: "From",
    to: "To",
    port: "Port",
    expected: "Expected",
    measured: "Measured",
    all: (count: number) => `All ${count} probes`,
    fewer: "Fewer",
    states: { open: "Open", blocked: "Blocked", untested: "Not measured" },
    opens: (p: { from: string; to: string; port: string }) =>
      `${p.from} reaches ${p.to} on ${p.port}. It must not.`,
    opensBody:
      "Another rule on the way lets it through, or the saved rules are not on the hosts. “Rules” shows what differs on each host.",
    closes: (p: { from: string; to: string; port: string }) =>
      `${p.from} does not reach ${p.to} on ${p.port}. It should.`,
    closesBody:
      "Something else on the way drops it: another firewall, a cable, or rules that are not on the hosts yet.",
  },
  origins: {
    panel: "The panel’s own SSH",
    always: "What no network works without",
    cell: (from: string, to: string, service: string | null) =>
      `From cell ${from} → ${to}${service === null ? "" : `, ${service}`}`,
    noCell: (from: string, to: string) => `Nothing is said about ${from} → ${to}`,
    exception: (reason: string) => `Exception “${reason}”`,
    forward: (port: string) => `Port forward ${port}`,
    masquerade: (zone: string) => `Masquerading of ${zone}`,
  },
};
