"use client";
import { useId } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { NewSiteForm } from "./use-new-site-form";

/** Networks, as the chosen hosts' own addresses say them; all can be typed over. */
export function NewSiteNetworks({ form }: { form: NewSiteForm }) {
  const { values, set, problem } = form;
  const words = useMessages().network.new;
  if (values.preset === "empty") return null;
  const isDmz = values.preset === "dmz";
  const guessed = (network: string) =>
    values.networks.includes(network) ? words.guessed : undefined;
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <Network
        label={words.home}
        value={values.home}
        problem={problem("home")}
        help={guessed(values.home)}
        known={values.networks}
        onChange={(home) => set({ home })}
      />
      {isDmz && (
        <>
          <Network
            label={words.dmz}
            value={values.dmz}
            problem={problem("dmz")}
            help={guessed(values.dmz)}
            known={values.networks}
            onChange={(dmz) => set({ dmz })}
          />
          <Field
            label={words.loadBalancer}
            help={words.loadBalancerHelp}
            problem={problem("loadBalancer")}
          >
            <Input
              mono
              value={values.loadBalancer}
              placeholder="192.168.3.210"
              onChange={(event) => set({ loadBalancer: event.target.value })}
            />
          </Field>
          <Field label={words.admin} optional help={words.adminHelp} problem={problem("admin")}>
            <Input
              mono
              value={values.admin}
              placeholder="192.168.1.230"
              onChange={(event) => set({ admin: event.target.value })}
            />
          </Field>
        </>
      )}
    </div>
  );
}

function Network(props: {
  label: string;
  value: string;
  help: string | undefined;
  problem: string | undefined;
  known: readonly string[];
  onChange: (value: string) => void;
}) {
  const { label, value, help, problem, known, onChange } = props;
  const id = useId();
  return (
    <Field label={label} problem={problem} help={help}>
      <Input
        mono
        list={id}
        value={value}
        placeholder="192.168.1.0/24"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {known.map((network) => (
          <option key={network} value={network} />
        ))}
      </datalist>
    </Field>
  );
}
