"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Radio } from "@/components/ui/radio";
import type { SiteSpecInput, Zone } from "@/lib/schemas/site";
import { useSiteEditor } from "./site-editor";
import { SpecDialog } from "./spec-dialog";
import { withElement, withZone } from "./spec-edits";
import { useSpecForm } from "./use-spec-form";
import { wordList } from "./word-list";

const KINDS = ["network", "pods", "internet"] as const satisfies readonly Zone["kind"][];

/** One zone; `at` null makes a new one. A new name is written wherever the old one stands. */
export function ZoneDialog(props: { at: number | null; onClose: () => void }) {
  const { at, onClose } = props;
  const { spec } = useSiteEditor();
  const words = useMessages().network.zones;
  const old = at === null ? undefined : spec.zones[at];
  const form = useSpecForm({
    initial: {
      name: old?.name ?? "",
      kind: old?.kind ?? "network",
      subnets: old?.subnets.join(", ") ?? "",
    },
    build: (values) => {
      const zone: Zone = {
        name: values.name.trim(),
        kind: values.kind,
        subnets: values.kind === "network" ? wordList(values.subnets) : [],
      };
      const next: SiteSpecInput =
        at === null
          ? withElement(spec, "zones", { at: null, element: zone })
          : withZone(spec, at, zone);
      return { spec: next, at: ["zones", at ?? spec.zones.length] };
    },
    onDone: onClose,
  });
  const { values, set, problem } = form;
  return (
    <SpecDialog
      title={at === null ? words.addTitle : words.editTitle}
      whole={form.whole}
      submit={form.submit}
      onClose={onClose}
    >
      <Field label={words.name} help={words.nameHelp} problem={problem("name")}>
        <Input
          value={values.name}
          placeholder="dmz"
          autoCapitalize="none"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Kinds old={old?.kind} value={values.kind} onChange={(kind) => set({ kind })} />
      {values.kind === "network" && (
        <Field label={words.subnets} help={words.subnetsHelp} problem={problem("subnets")}>
          <Input
            mono
            value={values.subnets}
            placeholder="192.168.3.0/24"
            onChange={(event) => set({ subnets: event.target.value })}
          />
        </Field>
      )}
    </SpecDialog>
  );
}

/** A site has one zone of pods and one of the internet: only what is still free is offered. */
function Kinds(props: {
  old: Zone["kind"] | undefined;
  value: Zone["kind"];
  onChange: (kind: Zone["kind"]) => void;
}) {
  const { old, value, onChange } = props;
  const { spec } = useSiteEditor();
  const words = useMessages().network.zones;
  const isOpen = (kind: Zone["kind"]) =>
    kind === "network" || kind === old || !spec.zones.some((zone) => zone.kind === kind);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-label">{words.kind}</legend>
      {KINDS.filter(isOpen).map((kind) => (
        <Radio
          key={kind}
          name="kind"
          checked={value === kind}
          onChange={() => onChange(kind)}
          help={words.kindHelp[kind]}
        >
          {words.kindNames[kind]}
        </Radio>
      ))}
    </fieldset>
  );
}
