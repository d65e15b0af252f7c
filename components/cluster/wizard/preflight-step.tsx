"use client";
import { CircleCheck, ScanSearch } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { FindingList } from "@/components/host/finding-item";
import { RoleLabel } from "@/components/host/role-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemCard } from "@/components/ui/problem-card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Finding } from "@/lib/schemas/finding";
import type { Preflight } from "./use-preflight";
import type { Wizard } from "./use-wizard";

/** Step 5: the hosts are asked once more, with their roles known. */
export function PreflightStep(props: { wizard: Wizard; preflight: Preflight }) {
  const { wizard, preflight } = props;
  const m = useMessages();
  const words = m.wizard.preflight;
  const { busy, problem, findings } = preflight;
  const counts = words.found(preflight.blockers.length, warnings(findings));
  return (
    <section className="max-w-[860px]">
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg">{words.title}</h2>
          <p className="mt-1 max-w-[66ch] text-muted">
            {busy ? "" : counts} {words.body}
          </p>
        </div>
        <Button icon={ScanSearch} busy={busy} onClick={preflight.again}>
          {words.again}
        </Button>
      </div>
      {busy && <Running count={wizard.now.hosts.length} />}
      {!busy && problem && <ProblemCard problem={problem} />}
      {!busy && !problem && <Results wizard={wizard} findings={findings} />}
    </section>
  );
}

const warnings = (findings: readonly Finding[]) =>
  findings.filter((finding) => finding.severity === "warning").length;

function Running(props: { count: number }) {
  const words = useMessages().wizard.preflight;
  const text = words.running(props.count);
  return (
    <Card className="grid gap-2 p-4" role="status">
      <p className="text-sm font-label">{text}</p>
      <ProgressBar label={text} ratio={null} />
      <p className="text-xs text-muted">{words.runningHelp}</p>
    </Card>
  );
}

/** Findings by host, those with the heaviest first; then what is about all of them, and what is only good to know. */
function Results(props: { wizard: Wizard; findings: readonly Finding[] }) {
  const { wizard, findings } = props;
  const words = useMessages().wizard.preflight;
  const { hosts, roles } = wizard.now;
  if (findings.length === 0)
    return (
      <Card>
        <EmptyState icon={CircleCheck} title={words.clean}>
          {words.cleanBody}
        </EmptyState>
      </Card>
    );
  const heavy = findings.filter((finding) => finding.severity !== "note");
  const known = new Set(hosts.map((host) => host.id));
  const groups = [
    {
      id: "general",
      title: words.general,
      role: null,
      found: heavy.filter(({ hostId }) => hostId === null || !known.has(hostId)),
    },
    ...hosts.map(({ id, name }) => ({
      id,
      title: name,
      role: roles[id] ?? null,
      found: heavy.filter((finding) => finding.hostId === id),
    })),
  ];
  const blockers = (group: (typeof groups)[number]) =>
    group.found.filter((finding) => finding.severity === "blocker").length;
  return (
    <div className="grid gap-3">
      {groups
        .filter((group) => group.found.length > 0)
        .toSorted((a, b) => blockers(b) - blockers(a))
        .map((group) => (
          <Card key={group.id} className="px-4 pt-3">
            <h3 className="flex items-center gap-2.5 text-base">
              {group.title}
              <span className="text-xs font-meta text-muted">
                <RoleLabel role={group.role} />
              </span>
            </h3>
            <FindingList findings={group.found} />
          </Card>
        ))}
      <Notes wizard={wizard} findings={findings} />
    </div>
  );
}

/** What stands in nobody's way, once for all the hosts that it is true of. */
function Notes(props: { wizard: Wizard; findings: readonly Finding[] }) {
  const words = useMessages().wizard.preflight;
  const notes = Map.groupBy(
    props.findings.filter((finding) => finding.severity === "note"),
    (finding) => `${finding.id} ${finding.title}`,
  );
  if (notes.size === 0) return null;
  const names = new Map(props.wizard.now.hosts.map((host) => [host.id, host.name]));
  const nameOf = ({ hostId }: Finding) => names.get(hostId ?? "") ?? words.general;
  return (
    <Card className="px-4 pt-3">
      <h3 className="text-base">{words.notes}</h3>
      <FindingList
        findings={[...notes.values()].flatMap(([first, ...more]) =>
          first === undefined || more.length === 0
            ? (first ?? [])
            : { ...first, reason: words.onHosts([first, ...more].map(nameOf)) },
        )}
      />
    </Card>
  );
}
