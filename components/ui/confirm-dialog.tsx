"use client";
import type { LucideIcon } from "lucide-react";
import { AlertDialog } from "radix-ui";
import { useId, useState, type ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { usePhone } from "@/components/hooks/use-media";
import { formatAge } from "@/lib/format/duration";
import type { Tone } from "@/lib/format/status";
import { Button } from "./button";
import { Checkbox } from "./checkbox";
import { DialogFoot, dialogLook } from "./dialog";
import { cx } from "./cx";
import { Icon } from "./icon";
import { Input } from "./input";
import { Kbd } from "./kbd";
import { scrimLook } from "./overlay-look";
import { TakesWithIt, type Consequence } from "./takes-with-it";

/** What somebody must type (on a phone: tick) when a site, data or quorum is lost. */
export interface TypedConfirmation {
  readonly name: string;
  /** Ends the sentence "Type worker2 because …": "a site goes down". */
  readonly because: string;
}

export interface ConfirmDialogProps {
  open: boolean;
  onKeep: () => void;
  onConfirm: () => void;
  icon: LucideIcon;
  /** A question with the object's name: "Drain worker2?" */
  question: ReactNode;
  /** One line of what happens. */
  happens: ReactNode;
  takes?: readonly Consequence[];
  /** How long ago the consequences were read. */
  checkedAgoMs?: number;
  typed?: TypedConfirmation;
  /** What else to decide: a tick box. */
  children?: ReactNode;
  /** A link to something safer: "Back up wp-data first". */
  safer?: ReactNode;
  /** Verb and object: "Drain worker2". */
  verb: ReactNode;
  keep?: ReactNode;
  busy?: boolean;
  tone?: Extract<Tone, "danger" | "warn">;
}

/** The one dialog before anything is destroyed: says what it takes with it; "Keep it" has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(next) => !next && props.onKeep()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={scrimLook} />
        <AlertDialog.Content className={cx(dialogLook, "max-w-[560px]")}>
          <Confirmation {...props} />
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function Confirmation(props: ConfirmDialogProps) {
  const { icon, question, happens, takes = [], typed, checkedAgoMs, safer, busy = false } = props;
  const words = useBaseMessages().ui;
  const [confirmed, setConfirmed] = useState(typed === undefined);
  return (
    <>
      <div className="grid gap-4 overflow-y-auto p-5">
        <div className="flex items-start gap-3">
          <span className="grid size-9 flex-none place-items-center rounded-[9px] bg-danger-tint text-danger">
            <Icon of={icon} />
          </span>
          <div className="min-w-0">
            <AlertDialog.Title className="text-[18px] leading-6">{question}</AlertDialog.Title>
            <AlertDialog.Description className="mt-0.5 text-sm text-muted">
              {happens}
            </AlertDialog.Description>
          </div>
        </div>
        {takes.length > 0 && (
          <TakesWithIt
            title={
              checkedAgoMs === undefined
                ? words.takesWithIt
                : words.takesWithItChecked(formatAge(checkedAgoMs))
            }
            consequences={takes}
          />
        )}
        {props.children}
        {typed && <TypeName typed={typed} onChange={setConfirmed} />}
      </div>
      <DialogFoot>
        {safer !== undefined && <span className="mr-auto text-sm max-sm:mr-0">{safer}</span>}
        <AlertDialog.Cancel asChild>
          <Button>
            {props.keep ?? words.keepIt} <Kbd>Esc</Kbd>
          </Button>
        </AlertDialog.Cancel>
        <Button look="danger" busy={busy} disabled={!confirmed} onClick={props.onConfirm}>
          {props.verb}
        </Button>
      </DialogFoot>
    </>
  );
}

/** A field for the name; on a phone a tick box. */
function TypeName(props: { typed: TypedConfirmation; onChange: (right: boolean) => void }) {
  const { typed, onChange } = props;
  const words = useBaseMessages().ui;
  const id = useId();
  if (usePhone())
    return (
      <Checkbox onChange={(event) => onChange(event.target.checked)}>
        {words.tickBecause(typed.because)}
      </Checkbox>
    );
  return (
    <div className="grid gap-[5px]">
      <label htmlFor={id} className="text-sm font-label">
        {words.typeBefore} <code className="rounded-xs bg-sunken px-1">{typed.name}</code>{" "}
        {words.typeBecause(typed.because)}
      </label>
      <Input
        id={id}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value === typed.name)}
      />
    </div>
  );
}
