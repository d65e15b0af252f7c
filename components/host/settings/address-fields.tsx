"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FieldsProps } from "./fields-props";
import { TickSetting } from "./setting-fields";

const FIELDS = ["address", "gateway", "dns"] as const;

/** The fixed address of one interface, through whatever rules it. */
export function AddressFields(props: FieldsProps) {
  const { now, draft, set } = props;
  const words = useMessages().hostSettings;
  const { network } = now;
  const manager = network?.manager ?? null;
  const own = network?.addresses[0];
  return (
    <Card>
      <CardHead
        title={words.network}
        end={
          own && (
            <span className="num">
              {own.cidr}
              {own.dynamic && ` · ${words.leased}`}
            </span>
          )
        }
      />
      <CardBody className="grid gap-3.5">
        <TickSetting
          label={words.fields.fixed}
          help={
            manager === null ? words.help.noManager : words.help.manager(words.managers[manager])
          }
          checked={draft.fixed}
          disabled={manager === null}
          onChange={(fixed) => set({ fixed })}
        />
        {draft.fixed && <FixedAddress {...props} />}
      </CardBody>
    </Card>
  );
}

function FixedAddress({ row, draft, set, problem }: FieldsProps) {
  const words = useMessages().hostSettings;
  const names = row.facts?.interfaces.map(({ name }) => name) ?? [];
  const helps = {
    address: row.clusterName === null ? undefined : words.help.memberAddress(row.clusterName),
    gateway: undefined,
    dns: words.help.dns,
  };
  return (
    <>
      <p className="text-xs text-muted">{words.help.trial}</p>
      <Field label={words.fields.interface} problem={problem("interface")}>
        <Select
          value={draft.interface}
          options={names.map((name) => ({ value: name, label: name }))}
          onChange={(event) => set({ interface: event.target.value })}
        />
      </Field>
      {FIELDS.map((name) => (
        <Field key={name} label={words.fields[name]} problem={problem(name)} help={helps[name]}>
          <Input
            value={draft[name]}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        </Field>
      ))}
    </>
  );
}
