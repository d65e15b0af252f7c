"use client";
import { CircleCheck, OctagonX, TriangleAlert } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { ToneLabel } from "@/components/ui/status";
import type { SwitchedOff, Verdict } from "@/lib/advisor/switched-off";
import { AdviceCard } from "./advice-card";
import type { RolesWizard } from "./use-wizard";

/** Beside the roles: what to solve, with its fix; then what the loss of each host would mean. */
export function AdvisorPanel({ wizard }: { wizard: RolesWizard }) {
  const words = useMessages().wizard.advisor;
  const { now } = wizard;
  const count = now.open.length;
  return (
    // On a phone: what is to solve above the roles, what a loss would mean beneath them.
    <aside aria-label={words.title} className="max-sm:contents">
      <div className="flex items-center gap-2 max-sm:order-1">
        <h2 className="text-base">{words.title}</h2>
        <span className="ml-auto">
          <ToneLabel
            pill
            tone={count > 0 ? "danger" : "ok"}
            icon={count > 0 ? OctagonX : CircleCheck}
          >
            {count > 0 ? words.toSolve(count) : words.fine}
          </ToneLabel>
        </span>
      </div>
      <div className="mt-3 grid gap-2.5 max-sm:order-1 max-sm:mt-0">
        {now.advice.length === 0 && <p className="text-sm text-muted">{words.quiet}</p>}
        {now.advice.map((found) => (
          <AdviceCard key={found.id} found={found} wizard={wizard} />
        ))}
      </div>
      <SwitchedOffList lines={now.switchedOff} />
    </aside>
  );
}

const LOOKS = {
  fine: { tone: "ok", icon: CircleCheck },
  degraded: { tone: "warn", icon: TriangleAlert },
  down: { tone: "danger", icon: OctagonX },
} as const satisfies Record<Verdict, unknown>;

function SwitchedOffList(props: { lines: readonly SwitchedOff[] }) {
  const words = useMessages().wizard.advisor;
  if (props.lines.length === 0) return null;
  return (
    <div className="max-sm:order-3">
      <h2 className="mt-5 mb-2 text-sm">{words.offTitle}</h2>
      <Card className="overflow-clip">
        <ul>
          {props.lines.map((line) => {
            const look = LOOKS[line.verdict];
            return (
              <li
                key={line.role}
                className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 border-t border-line px-3.5 py-2 text-sm first:border-t-0"
              >
                <span className="min-w-0">
                  <b className="block font-[560]">{line.host?.name ?? words.one[line.role]}</b>
                  <span className="block text-xs text-muted">{words.effects[line.effect]}</span>
                </span>
                <ToneLabel tone={look.tone} icon={look.icon}>
                  {words.verdicts[line.verdict]}
                </ToneLabel>
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
}
