"use client";
import { Plus, Trash2 } from "lucide-react";
import { useHosts } from "@/components/host/use-hosts";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Firewall } from "@/lib/schemas/site";
import { guessInterfaces } from "./guess-networks";
import { useSiteEditor } from "./site-editor";
import { SpecDialog } from "./spec-dialog";
import { withElement } from "./spec-edits";
import { useSpecForm } from "./use-spec-form";

type Leg = Firewall["interfaces"][number];

/** A host between zones, and where each of its interfaces leads; `at` null makes a new one. */
export function FirewallDialog(props: { at: number | null; onClose: () => void }) {
  const { at, onClose } = props;
  const { site, spec } = useSiteEditor();
  const words = useMessages().network.firewalls;
  const inventory = useHosts().data;
  const old = at === null ? undefined : spec.firewalls[at];
  const form = useSpecForm({
    initial: { hostId: old?.hostId ?? "", interfaces: old?.interfaces ?? ([] as Leg[]) },
    build: ({ hostId, interfaces }) => ({
      spec: withElement(spec, "firewalls", { at, element: { hostId, interfaces } }),
      at: ["firewalls", at ?? spec.firewalls.length],
    }),
    onDone: onClose,
  });
  const { values, set, problem } = form;
  const factsOf = (hostId: string) => inventory?.find(({ id }) => id === hostId)?.facts ?? null;
  const choose = (hostId: string) =>
    set({ hostId, interfaces: guessInterfaces(factsOf(hostId), spec.zones) });
  const options = [
    { value: "", label: words.chooseHost, disabled: true },
    ...site.hosts.map(({ id, name, address }) => ({ value: id, label: `${name} · ${address}` })),
  ];
  return (
    <SpecDialog
      title={at === null ? words.addTitle : words.editTitle}
      description={words.dialogBody}
      whole={form.whole}
      submit={form.submit}
      onClose={onClose}
    >
      <Field label={words.host} problem={problem("hostId") && words.chooseHost}>
        <Select
          value={values.hostId}
          disabled={at !== null}
          options={options}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {values.hostId !== "" && (
        <Legs
          legs={values.interfaces}
          known={(factsOf(values.hostId)?.interfaces ?? []).map(({ name }) => name)}
          problem={problem}
          onChange={(interfaces) => set({ interfaces: [...interfaces] })}
        />
      )}
    </SpecDialog>
  );
}

function Legs(props: {
  legs: readonly Leg[];
  known: readonly string[];
  problem: (path: string) => string | undefined;
  onChange: (legs: readonly Leg[]) => void;
}) {
  const { legs, known, problem, onChange } = props;
  const { spec } = useSiteEditor();
  const words = useMessages().network.firewalls;
  const zones = spec.zones.filter(({ kind }) => kind !== "pods");
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-label">{words.interfaces}</legend>
      {legs.map((leg, i) => (
        <div key={i} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
          <Field label={words.name} problem={problem(`interfaces.${i}.name`)}>
            <Input
              mono
              list="site-interfaces"
              value={leg.name}
              onChange={(event) => onChange(legs.with(i, { ...leg, name: event.target.value }))}
            />
          </Field>
          <Field label={words.zone} problem={problem(`interfaces.${i}.zone`)}>
            <Select
              value={leg.zone}
              options={zones.map(({ name }) => ({ value: name, label: name }))}
              onChange={(event) => onChange(legs.with(i, { ...leg, zone: event.target.value }))}
            />
          </Field>
          <IconButton
            icon={Trash2}
            label={words.removeLeg(leg.name)}
            onClick={() => onChange(legs.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <datalist id="site-interfaces">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {legs.length === 0 && problem("interfaces") !== undefined && (
        <p role="alert" className="text-xs text-danger">
          {problem("interfaces")}
        </p>
      )}
      <Button
        size="sm"
        icon={Plus}
        className="justify-self-start"
        onClick={() =>
          onChange([...legs, { name: freeName(known, legs), zone: zones[0]?.name ?? "" }])
        }
      >
        {words.addLeg}
      </Button>
    </fieldset>
  );
}

/** The first interface of the host that is not in the list yet. */
const freeName = (known: readonly string[], legs: readonly Leg[]): string =>
  known.find((name) => !legs.some((leg) => leg.name === name)) ?? "";
