"use client";
import { type ReactNode, useId } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Messages } from "@/lib/i18n/catalogue";
import type { HostSettingsNow } from "@/lib/schemas/host-settings-now";
import type { FieldsProps } from "./fields-props";

/** Offered first; any other may be typed. */
const LOCALES = [
  "es_ES.UTF-8",
  "en_GB.UTF-8",
  "en_US.UTF-8",
  "ca_ES.UTF-8",
  "fr_FR.UTF-8",
  "C.UTF-8",
];
const LAYOUTS = ["es", "gb", "us", "fr", "de", "it", "pt", "latam"];

/** A text field; `offers` are suggested while typing. */
function TextSetting(
  props: FieldsProps & {
    name: "hostName" | "timeZone" | "locale" | "keyboard" | "port";
    help: string;
    offers?: readonly string[];
    disabled?: boolean;
  },
) {
  const { name, help, offers, disabled = false, draft, set, problem } = props;
  const listId = useId();
  const words = useMessages().hostSettings.fields;
  return (
    <Field label={words[name]} help={help} problem={problem(name)}>
      <Input
        value={draft[name]}
        disabled={disabled}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...(name === "port" ? { inputMode: "numeric" as const } : {})}
        {...(offers === undefined ? {} : { list: listId })}
        onChange={(event) => set({ [name]: event.target.value })}
      />
      {offers !== undefined && (
        <datalist id={listId}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** A tick with the reason under it; what is so already cannot be taken back here. */
export function TickSetting(props: {
  label: string;
  help: ReactNode;
  checked: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { label, help, checked, disabled, onChange } = props;
  return (
    <div className="grid gap-1">
      <Checkbox
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      >
        {label}
      </Checkbox>
      <p className="pl-6 text-xs text-muted">{help}</p>
    </div>
  );
}

/** Name, clock and language. */
export function PlaceFields(props: FieldsProps) {
  const { row } = props;
  const words = useMessages().hostSettings;
  const member = row.clusterName === null ? "" : words.help.member(row.name, row.clusterName);
  return (
    <Card>
      <CardHead title={words.place} />
      <CardBody className="grid gap-3.5">
        <TextSetting {...props} name="hostName" help={member} disabled={row.clusterId !== null} />
        <TextSetting
          {...props}
          name="timeZone"
          help={words.help.timeZone}
          offers={Intl.supportedValuesOf("timeZone")}
        />
        <TextSetting {...props} name="locale" help={words.help.locale} offers={LOCALES} />
        <TextSetting {...props} name="keyboard" help={words.help.keyboard} offers={LAYOUTS} />
      </CardBody>
    </Card>
  );
}

/** sshd's port, and who gets in. */
export function LoginFields(props: FieldsProps) {
  const { now, draft, set } = props;
  const words = useMessages().hostSettings;
  const isOn = now.ssh.passwords === false;
  return (
    <Card>
      <CardHead title={words.login} />
      <CardBody className="grid gap-3.5">
        <TextSetting {...props} name="port" help={words.help.trial} />
        <TickSetting
          label={words.fields.keyOnly}
          help={isOn ? words.help.keyOnlyOn : words.help.keyOnly}
          checked={draft.keyOnly}
          disabled={isOn}
          onChange={(keyOnly) => set({ keyOnly })}
        />
      </CardBody>
    </Card>
  );
}

/** What k3s needs of the machine. */
export function MachineFields(props: FieldsProps) {
  const { row, now, draft, set } = props;
  const words = useMessages().hostSettings;
  return (
    <Card>
      <CardHead title={words.cluster} />
      <CardBody className="grid gap-3.5">
        <TickSetting
          label={words.fields.swapOff}
          help={swapHelp(now, words.help)}
          checked={draft.swapOff}
          disabled={now.swap.length === 0 || now.container !== null}
          onChange={(swapOff) => set({ swapOff })}
        />
        <TickSetting
          label={words.fields.memoryCgroups}
          help={memoryHelp(now, row.clusterName, words.help)}
          checked={draft.memoryCgroups}
          disabled={now.memoryCgroups || now.cmdlineFile === null}
          onChange={(memoryCgroups) => set({ memoryCgroups })}
        />
      </CardBody>
    </Card>
  );
}

type Help = Messages["hostSettings"]["help"];

function swapHelp({ swap, container }: HostSettingsNow, help: Help): string {
  if (container !== null) return help.container(container);
  return swap.length === 0 ? help.swapNone : help.swapOff;
}

function memoryHelp(
  { memoryCgroups, cmdlineFile }: HostSettingsNow,
  cluster: string | null,
  help: Help,
): string {
  if (memoryCgroups) return help.memoryOn;
  if (cmdlineFile === null) return help.memoryNoFile;
  return cluster === null ? help.memoryCgroups(cmdlineFile) : help.memoryMember(cluster);
}
