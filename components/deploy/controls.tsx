"use client";
import type { ComponentType } from "react";
import { PasswordField } from "@/components/form/password-field";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ParameterName } from "@/lib/templates/parameters";
import { EnvironmentControl } from "./environment-control";
import { ExposeControl } from "./expose-control";
import { VolumeControl } from "./volume-control";
import type { ControlProps } from "./control";

/** Names of images are long. */
const WIDE: readonly ParameterName[] = ["image", "databaseImage"];

function TextControl({ name, value, problem, onChange, onLeave }: ControlProps) {
  const words = useMessages().deploy;
  return (
    <Field
      label={words.labels[name]}
      problem={problem}
      help={words.helps[name]}
      {...(WIDE.includes(name) ? { className: "col-span-full" } : {})}
    >
      <Input
        value={typeof value === "string" ? value : ""}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </Field>
  );
}

/** Not a number is kept as typed: the schema says at the field what is wrong with it. */
function NumberControl({ name, value, problem, onChange, onLeave }: ControlProps) {
  const words = useMessages().deploy;
  const shown = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const read = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);
  return (
    <Field label={words.labels[name]} problem={problem} help={words.helps[name]}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        value={shown}
        end={words.units[name]}
        onChange={(event) => onChange(read(event.target.value.trim()))}
        onBlur={onLeave}
      />
    </Field>
  );
}

function PageControl({ name, value, problem, onChange, onLeave }: ControlProps) {
  const words = useMessages().deploy;
  return (
    <Field
      label={words.labels[name]}
      problem={problem}
      help={words.helps[name]}
      className="col-span-full"
    >
      <Textarea
        mono
        rows={9}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </Field>
  );
}

function SecretControl({ name, value, problem, onChange, onLeave }: ControlProps) {
  const words = useMessages().deploy;
  return (
    <PasswordField
      label={words.labels[name]}
      help={words.helps[name]}
      problem={problem}
      autoComplete="off"
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}

/** How each parameter is asked for. One that is missing does not compile. */
export const CONTROLS = {
  name: TextControl,
  namespace: TextControl,
  image: TextControl,
  databaseImage: TextControl,
  replicas: NumberControl,
  port: NumberControl,
  cpuMillis: NumberControl,
  memoryMiB: NumberControl,
  memoryLimitMiB: NumberControl,
  siteGiB: NumberControl,
  databaseGiB: NumberControl,
  environment: EnvironmentControl,
  volume: VolumeControl,
  expose: ExposeControl,
  page: PageControl,
  databasePassword: SecretControl,
} satisfies Record<ParameterName, ComponentType<ControlProps>>;
