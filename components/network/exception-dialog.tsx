"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { Exception } from "@/lib/schemas/site";
import { BUILT_IN_SERVICES } from "@/lib/schemas/site-service";
import { AddressInput } from "./address-input";
import { fromLocalTime, toLocalTime } from "./local-time";
import { useSiteEditor } from "./site-editor";
import { SpecDialog } from "./spec-dialog";
import { withElement } from "./spec-edits";
import { useSpecForm } from "./use-spec-form";
import { asNetwork } from "./word-list";

const HOUR_MS = 3_600_000;
const ENDS_MS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 168 * HOUR_MS } as const;
type End = keyof typeof ENDS_MS;

/** An allowance or refusal with an end. `zones`: filled in for a field of the matrix. */
export function ExceptionDialog(props: {
  at: number | null;
  zones: readonly [from: string, to: string] | null;
  onClose: () => void;
}) {
  const { at, onClose } = props;
  const words = useMessages().network.exceptions;
  const form = useExceptionForm(props);
  const { values, set, problem } = form;
  return (
    <SpecDialog
      title={at === null ? words.addTitle : words.editTitle}
      description={words.dialogBody}
      whole={form.whole}
      submit={form.submit}
      onClose={onClose}
    >
      <Segmented
        label={words.verdict}
        className="self-start justify-self-start"
        value={values.verdict}
        onChange={(verdict) => set({ verdict })}
        segments={[
          { id: "allow", label: words.allow },
          { id: "deny", label: words.deny },
        ]}
      />
      <Ends form={form} />
      <EndChoice onChoose={(end) => set({ until: end === null ? "" : endIn(end) })} />
      <Field label={words.reason} problem={problem("reason")}>
        <Input
          value={values.reason}
          placeholder={words.reasonSuch}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </Field>
    </SpecDialog>
  );
}

type Form = ReturnType<typeof useExceptionForm>;

/** From where to where, for what, until when. */
function Ends({ form }: { form: Form }) {
  const { values, set, problem } = form;
  const { spec } = useSiteEditor();
  const words = useMessages().network.exceptions;
  const services = [...BUILT_IN_SERVICES, ...spec.services];
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <Field label={words.from} help={words.addressHelp} problem={problem("from")}>
        <AddressInput zones value={values.from} onChange={(from) => set({ from })} />
      </Field>
      <Field label={words.to} problem={problem("to")}>
        <AddressInput zones value={values.to} onChange={(to) => set({ to })} />
      </Field>
      <Field label={words.service} problem={problem("service")}>
        <Select
          value={values.service}
          options={[
            { value: "", label: words.everything },
            ...services.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(event) => set({ service: event.target.value })}
        />
      </Field>
      <Field label={words.until} help={words.untilHelp} problem={problem("until")}>
        <Input
          type="datetime-local"
          value={values.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </Field>
    </div>
  );
}

const endIn = (end: End) => toLocalTime(Date.now() + ENDS_MS[end]);

function EndChoice(props: { onChoose: (end: End | null) => void }) {
  const words = useMessages().network.exceptions;
  return (
    <p className="-mt-2 flex flex-wrap gap-3 text-xs">
      {(["hour", "day", "week"] as const).map((end) => (
        <button key={end} type="button" className="link" onClick={() => props.onChoose(end)}>
          {words.ends[end]}
        </button>
      ))}
      <button type="button" className="link" onClick={() => props.onChoose(null)}>
        {words.noEnd}
      </button>
    </p>
  );
}

function useExceptionForm(props: {
  readonly at: number | null;
  readonly zones: readonly [from: string, to: string] | null;
  readonly onClose: () => void;
}) {
  const { at, zones, onClose } = props;
  const { spec } = useSiteEditor();
  const old = at === null ? undefined : spec.exceptions[at];
  const subnet = (name: string | undefined) =>
    spec.zones.find((zone) => zone.name === name)?.subnets[0] ?? "";
  return useSpecForm({
    initial: old === undefined ? blank(subnet(zones?.[0]), subnet(zones?.[1])) : typedOf(old),
    build: (values) => ({
      spec: withElement(spec, "exceptions", {
        at,
        element: {
          ...values,
          from: asNetwork(values.from),
          to: asNetwork(values.to),
          service: values.service === "" ? null : values.service,
          until: fromLocalTime(values.until),
        },
      }),
      at: ["exceptions", at ?? spec.exceptions.length],
    }),
    onDone: onClose,
  });
}

/** A new one ends in a day unless one says otherwise: exceptions are forgotten. */
const blank = (from: string, to: string) => ({
  verdict: "allow" as Exception["verdict"],
  from,
  to,
  service: "",
  until: endIn("day"),
  reason: "",
});

const typedOf = ({ verdict, from, to, service, until, reason }: Exception) => ({
  verdict,
  from,
  to,
  service: service ?? "",
  until: until === null ? "" : toLocalTime(Date.parse(until)),
  reason,
});
