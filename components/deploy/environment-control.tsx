"use client";
import { Plus, X } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { EnvironmentVariable } from "@/lib/templates/parameters";
import type { ControlProps } from "./control";

/** Names and values; secret ones are typed unseen. */
export function EnvironmentControl(props: ControlProps) {
  const { name, value, problem, inner, onChange, onLeave } = props;
  const words = useMessages().deploy;
  const list = value as readonly EnvironmentVariable[];
  const put = (index: number, variable: EnvironmentVariable) =>
    onChange(list.map((old, at) => (at === index ? variable : old)));
  return (
    <fieldset className="col-span-full grid gap-2.5" onBlur={onLeave}>
      <legend className="mb-1 text-sm font-label">{words.labels[name]}</legend>
      <p className="text-xs text-muted">{words.helps[name]}</p>
      {list.map((variable, index) => (
        <Variable
          key={index}
          variable={variable}
          wrongName={inner[`${index}.name`]}
          wrongValue={inner[`${index}.value`]}
          onChange={(next) => put(index, next)}
          onRemove={() => onChange(list.filter((_, at) => at !== index))}
        />
      ))}
      {problem !== undefined && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
      <Button
        size="sm"
        icon={Plus}
        className="justify-self-start"
        onClick={() => onChange([...list, { name: "", value: "", secret: false }])}
      >
        {words.addVariable}
      </Button>
    </fieldset>
  );
}

function Variable(props: {
  variable: EnvironmentVariable;
  wrongName: string | undefined;
  wrongValue: string | undefined;
  onChange: (variable: EnvironmentVariable) => void;
  onRemove: () => void;
}) {
  const { variable, wrongName, wrongValue, onChange, onRemove } = props;
  const words = useMessages().deploy;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto] items-start gap-2 max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <Field label={words.variable} problem={wrongName}>
        <Input
          mono
          autoComplete="off"
          value={variable.name}
          onChange={(event) => onChange({ ...variable, name: event.target.value })}
        />
      </Field>
      <Field label={words.value} problem={wrongValue}>
        <Input
          mono
          autoComplete="off"
          type={variable.secret ? "password" : "text"}
          value={variable.value}
          onChange={(event) => onChange({ ...variable, value: event.target.value })}
        />
      </Field>
      <Checkbox
        className="mt-8"
        checked={variable.secret}
        onChange={(event) => onChange({ ...variable, secret: event.target.checked })}
      >
        {words.secret}
      </Checkbox>
      <IconButton
        icon={X}
        size="sm"
        className="mt-7"
        label={words.removeVariable(variable.name)}
        onClick={onRemove}
      />
    </div>
  );
}
