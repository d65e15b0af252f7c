import type { HostRow } from "@/lib/schemas/host";
import type { Named, Trouble } from "@/lib/schemas/overview";

/** More hosts than these with one trouble are told in one line. */
const MOST_LINES = 3;

/** What is wrong with hosts, in no order; those that only have warnings share a line. */
export function hostTroubles(hosts: readonly HostRow[]): readonly Trouble[] {
  const inState = (state: HostRow["state"]) => hosts.filter((host) => host.state === state);
  const reached = inState("reachable");
  const blocked = reached.filter((host) => has(host, "blocker"));
  const warned = reached.filter((host) => has(host, "warning") && !has(host, "blocker"));
  const warnings = warned.flatMap(({ findings }) => findings.filter(isWarning)).length;
  return [
    ...lines(inState("key-changed")).map(({ all, first }) => ({
      kind: "host-key-changed" as const,
      ...{ hosts: all, detail: first.problem?.detail ?? "" },
    })),
    ...lines(inState("unreachable")).map(({ all, first }) => ({
      kind: "host-unreachable" as const,
      ...{ hosts: all, detail: first.problem?.detail ?? "" },
    })),
    ...lines(blocked).map(({ all, first }) => ({
      kind: "host-blocked" as const,
      ...{ hosts: all, ...worstOf(first) },
    })),
    ...(warned.length === 0
      ? []
      : [{ kind: "host-warned" as const, hosts: warned.map(named), warnings }]),
  ];
}

/** One line for each host, or one for all of them when they are many. */
function lines(hosts: readonly HostRow[]) {
  const line = (first: HostRow, all: readonly HostRow[]) => ({ first, all: all.map(named) });
  const [first] = hosts;
  if (first !== undefined && hosts.length > MOST_LINES) return [line(first, hosts)];
  return hosts.map((host) => line(host, [host]));
}

function worstOf({ findings }: HostRow): { title: string; detail: string } {
  const worst = findings.find(({ severity }) => severity === "blocker");
  return { title: worst?.title ?? "", detail: worst?.remedy ?? "" };
}

const isWarning = ({ severity }: HostRow["findings"][number]) => severity === "warning";

const has = ({ findings }: HostRow, severity: "blocker" | "warning") =>
  findings.some((finding) => finding.severity === severity);

const named = ({ id, name }: Named): Named => ({ id, name });
