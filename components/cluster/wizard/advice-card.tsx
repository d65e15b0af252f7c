"use client";
import { ArrowLeftRight, Info, OctagonX, TriangleAlert, Undo2, Wrench } from "lucide-react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Popover } from "@/components/ui/popover";
import { ToneLabel } from "@/components/ui/status";
import type { Advice } from "@/lib/advisor/advice";
import type { Messages } from "@/lib/i18n/catalogue";
import type { RolesWizard } from "./use-wizard";

const LOOKS = {
  problem: { tone: "danger", icon: OctagonX },
  warning: { tone: "warn", icon: TriangleAlert },
  note: { tone: "info", icon: Info },
} as const satisfies Record<Advice["severity"], unknown>;

interface AdviceProps {
  found: Advice;
  wizard: RolesWizard;
}

/** One finding of the advisor: what is wrong, its one-click fix, and "keep anyway" where that is allowed. */
export function AdviceCard(props: AdviceProps) {
  const { found, wizard } = props;
  const m = useMessages();
  const format = useFormat();
  const text = wordsOf(found, m, format.bytes);
  const kept = found.severity === "problem" && !wizard.now.open.includes(found);
  const look = kept ? LOOKS.note : LOOKS[found.severity];
  return (
    <Card
      className="px-3.5 py-3 text-sm"
      {...(look.tone === "danger" ? { tone: "danger" as const } : {})}
    >
      <ToneLabel
        tone={look.tone}
        icon={look.icon}
        className="items-start! whitespace-normal! [&>svg]:mt-0.5"
      >
        {text.title}
      </ToneLabel>
      <p className="mt-1 text-muted">{text.body}</p>
      {kept && <p className="mt-1 text-xs text-muted">{m.wizard.advisor.kept}</p>}
      <div className="mt-2.5 flex flex-wrap gap-2 empty:hidden">
        {!kept && <FixButton {...props} label={text.fix} />}
        {found.severity === "problem" && found.overridable && <KeepButton {...props} kept={kept} />}
        {text.why && <WhyButton {...text.why} />}
      </div>
    </Card>
  );
}

function FixButton({ found, wizard, label }: AdviceProps & { label: string | undefined }) {
  const { fix } = found;
  if (fix === null || label === undefined) return null;
  return (
    <Button
      size="sm"
      look={found.severity === "problem" ? "primary" : "secondary"}
      icon={fix.kind === "swap" ? ArrowLeftRight : Wrench}
      onClick={() => wizard.dispatch({ type: "fix", fix, from: wizard.now })}
    >
      {label}
    </Button>
  );
}

function KeepButton({ found, wizard, kept }: AdviceProps & { kept: boolean }) {
  const words = useMessages().wizard.advisor;
  return (
    <Button
      size="sm"
      look="ghost"
      {...(kept ? { icon: Undo2 } : {})}
      onClick={() => wizard.dispatch({ type: "keep", id: found.id, kept: !kept })}
    >
      {kept ? words.unkeep : words.keep}
    </Button>
  );
}

function WhyButton(props: { question: string; answer: string }) {
  return (
    <Popover label={props.question} content={<p className="text-sm">{props.answer}</p>}>
      <Button size="sm" look="ghost">
        {props.question}
      </Button>
    </Popover>
  );
}

/** The words of a finding; rule and facts belong together by the type of the catalogue. */
function wordsOf(found: Advice, m: Messages, bytes: (amount: number) => string) {
  const write = m.wizard.advisor.words[found.rule] as (
    facts: Advice["facts"],
    bytes: (amount: number) => string,
  ) => ReturnType<Messages["wizard"]["advisor"]["words"]["role-memory"]>;
  return write(found.facts, bytes);
}
