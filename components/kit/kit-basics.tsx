"use client";
import { kit } from "@/lib/i18n/en/kit";
import {
  CircleStop,
  Columns3,
  Layers,
  ListFilter,
  Play,
  Plus,
  RefreshCw,
  Server,
} from "lucide-react";
import { useState } from "react";
import { FormProblems } from "@/components/form/form-problems";
import { PasswordField } from "@/components/form/password-field";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Tag } from "@/components/ui/tag";
import { Textarea } from "@/components/ui/textarea";
import { KitSection } from "./kit-section";

/** Buttons, chips, tags. */
export function ActionParts() {
  const m = useMessages();
  const words = kit.sample;
  return (
    <KitSection title={kit.actions}>
      <div className="flex flex-wrap items-center gap-2.5">
        <Button look="primary" icon={Play}>
          {words.start}
        </Button>
        <Button icon={RefreshCw}>{m.shell.readAgain}</Button>
        <Button look="ghost">{words.diff}</Button>
        <Button look="warn" icon={CircleStop}>
          {words.cancel}
        </Button>
        <Button look="danger">{words.drain}</Button>
        <Button busy>{words.busy}</Button>
        <Button disabled>{words.off}</Button>
        <Button size="sm">{words.diff}</Button>
        <Button size="lg" look="primary">
          {words.start}
        </Button>
        <IconButton icon={Columns3} label={words.filter} look="secondary" />
      </div>
      <div className="mt-3.5 flex flex-wrap items-center gap-2.5">
        <Chip icon={Layers}>{words.role}</Chip>
        <Chip icon={ListFilter} on removable>
          {words.trouble}
        </Chip>
        <Chip icon={Plus} adds>
          {words.filter}
        </Chip>
        <Tag>ed25519</Tag>
        <Switch defaultChecked aria-label={words.taint} />
        <Switch aria-label={words.swap} />
        <Checkbox defaultChecked aria-label={words.taint} />
        <Checkbox indeterminate aria-label={words.filter} />
        <Checkbox aria-label={words.swap} />
        <Kbd>Ctrl K</Kbd>
      </div>
    </KitSection>
  );
}

const SIZES = [
  "text-2xl font-semibold",
  "text-xl font-semibold",
  "text-lg font-semibold",
  "text-base",
  "num text-sm",
  "text-xs text-muted",
  "font-mono text-xs",
];

/** The sizes of text. */
export function TypeParts() {
  const m = kit;
  return (
    <KitSection title={m.type}>
      <div className="grid gap-1.5">
        {m.sample.lines.map((line, index) => (
          <p key={line} className={SIZES[index] ?? ""}>
            {line}
          </p>
        ))}
      </div>
    </KitSection>
  );
}

/** A form with everything in it, one field wrong. */
export function FormParts() {
  const m = kit;
  const words = m.sample;
  const [name, setName] = useState("master_1");
  const bad = name.includes("_");
  return (
    <KitSection title={m.forms}>
      <div className="grid gap-3.5 sm:grid-cols-2">
        <Field
          label={words.name}
          help={words.nameHelp}
          problem={bad ? words.nameProblem : undefined}
          remedy={{ label: words.nameRemedy, apply: () => setName("master-1") }}
        >
          <Input icon={Server} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={words.port} optional>
          <Input inputMode="numeric" defaultValue="22" end="TCP" />
        </Field>
        <Field label={words.preset}>
          <Select options={words.presets.map((label) => ({ value: label, label }))} />
        </Field>
        <PasswordField label="Password" autoComplete="off" defaultValue="correct horse" />
        <Field label={words.keys} className="sm:col-span-2">
          <Textarea mono rows={2} defaultValue="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA admin" />
        </Field>
        <fieldset className="grid gap-2">
          <Radio name="how" defaultChecked>
            {words.lan}
          </Radio>
          <Radio name="how" help={words.typeHelp}>
            {words.type}
          </Radio>
        </fieldset>
        <div className="grid content-start gap-2">
          <Checkbox defaultChecked>{words.taint}</Checkbox>
          <Switch defaultChecked>{words.swap}</Switch>
        </div>
        <FormProblems
          fields={
            bad ? [{ name: "name", label: words.name, focus: () => setName("master-1") }] : []
          }
        />
      </div>
    </KitSection>
  );
}
