"use client";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Radio } from "@/components/ui/radio";
import { type Cell, cell as cellSchema } from "@/lib/schemas/site";
import { BUILT_IN_SERVICES } from "@/lib/schemas/site-service";
import { type MatrixField, type VerdictKind, verdictKind } from "./matrix-model";
import { portText } from "./port-text";
import { useSiteEditor } from "./site-editor";
import { withCell } from "./spec-edits";

type Choice = Exclude<VerdictKind, "silent">;
const CHOICES: readonly Choice[] = ["everything", "some", "deny"];

/** What may pass from one zone to the other. Every change goes into the draft at once. */
export function CellFields({ field }: { field: MatrixField }) {
  const { spec, edit, mayEdit } = useSiteEditor();
  const words = useMessages().network.cell;
  const own: Cell =
    field.isOwn && field.cell !== null
      ? field.cell
      : cellSchema.parse({
          ...(field.cell ?? { verdict: "deny" }),
          from: field.from,
          to: field.to,
        });
  const [isSome, setSome] = useState(verdictKind(field.cell) === "some");
  const written = verdictKind(field.cell);
  const shown = isSome && written !== "deny" ? "some" : written;
  const change = (patch: Partial<Cell>) => edit(withCell(spec, { ...own, ...patch }));
  const choose = (choice: Choice) => {
    setSome(choice === "some");
    if (choice === "deny") change({ verdict: "deny", services: [], newPerMinute: null });
    else if (choice === "everything") change({ verdict: "allow", services: [] });
    else change({ verdict: "allow", services: own.services.length > 0 ? own.services : ["ping"] });
  };
  return (
    <fieldset disabled={!mayEdit} className="grid gap-3.5">
      <legend className="sr-only">{words.legend(field.from, field.to)}</legend>
      <div className="grid gap-2">
        {CHOICES.map((choice) => (
          <Radio
            key={choice}
            name="verdict"
            checked={shown === choice}
            onChange={() => choose(choice)}
            help={words.help[choice]}
          >
            {words.choices[choice]}
          </Radio>
        ))}
      </div>
      {shown === "some" && (
        <ServiceChips
          chosen={own.services}
          onChange={(services) => change({ services: [...services] })}
        />
      )}
      <More cell={own} isAllowed={shown !== "deny" && shown !== "silent"} change={change} />
    </fieldset>
  );
}

/** All services as chips; the last one cannot be taken away, because none would mean everything. */
function ServiceChips(props: {
  chosen: readonly string[];
  onChange: (services: readonly string[]) => void;
}) {
  const { chosen, onChange } = props;
  const { spec } = useSiteEditor();
  const words = useMessages().network.cell;
  const all = [...BUILT_IN_SERVICES, ...spec.services];
  return (
    <div role="group" aria-label={words.services} className="flex flex-wrap gap-1.5">
      {all.map(({ name, ports }) => {
        const isOn = chosen.includes(name);
        const next = isOn ? chosen.filter((each) => each !== name) : [...chosen, name];
        return (
          <Chip
            key={name}
            on={isOn}
            title={portText(ports)}
            aria-disabled={next.length === 0 || undefined}
            onClick={() => next.length > 0 && onChange(next)}
          >
            {name}
          </Chip>
        );
      })}
      {chosen.length === 1 && <p className="w-full text-xs text-muted">{words.lastService}</p>}
    </div>
  );
}

function More(props: { cell: Cell; isAllowed: boolean; change: (patch: Partial<Cell>) => void }) {
  const { cell, isAllowed, change } = props;
  const words = useMessages().network.cell;
  const [limit, setLimit] = useState(String(cell.newPerMinute ?? ""));
  const read = cellSchema.shape.newPerMinute.safeParse(limit === "" ? null : Number(limit));
  return (
    <>
      <Checkbox
        checked={cell.log}
        onChange={(event) => change({ log: event.currentTarget.checked })}
      >
        {words.log}
        <span className="block text-xs text-muted">{words.logHelp}</span>
      </Checkbox>
      {isAllowed && (
        <Field
          label={words.limit}
          optional
          help={words.limitHelp}
          problem={read.success ? undefined : words.limitWrong}
        >
          <Input
            inputMode="numeric"
            value={limit}
            end={words.limitUnit}
            onChange={(event) => {
              const text = event.target.value.trim();
              setLimit(text);
              const next = cellSchema.shape.newPerMinute.safeParse(
                text === "" ? null : Number(text),
              );
              if (next.success) change({ newPerMinute: next.data });
            }}
          />
        </Field>
      )}
    </>
  );
}
