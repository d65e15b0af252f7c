"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Forward } from "@/lib/schemas/site";
import { AddressInput } from "./address-input";
import { useSiteEditor } from "./site-editor";
import { withElement } from "./spec-edits";
import { SpecDialog } from "./spec-dialog";
import { useSpecForm } from "./use-spec-form";
import { wordList } from "./word-list";

/** One port forward; `at` null makes a new one. */
export function ForwardDialog(props: { at: number | null; onClose: () => void }) {
  const { at, onClose } = props;
  const words = useMessages().network.forwards;
  const form = useForwardForm(at, onClose);
  const { values, set, problem } = form;
  return (
    <SpecDialog
      title={at === null ? words.addTitle : words.editTitle}
      description={words.dialogBody}
      whole={form.whole}
      submit={form.submit}
      onClose={onClose}
    >
      <div className="grid gap-3.5 sm:grid-cols-[1fr_130px]">
        <Field label={words.outsidePort} problem={problem("port")}>
          <Input
            inputMode="numeric"
            value={values.port}
            onChange={(event) => set({ port: event.target.value })}
          />
        </Field>
        <Field label={words.protocol}>
          <Select
            value={values.protocol}
            options={[
              { value: "tcp", label: "TCP" },
              { value: "udp", label: "UDP" },
            ]}
            onChange={(event) => set({ protocol: event.target.value === "udp" ? "udp" : "tcp" })}
          />
        </Field>
        <Field label={words.leadsTo} problem={problem("to")}>
          <AddressInput value={values.to} onChange={(to) => set({ to })} />
        </Field>
        <Field
          label={words.insidePort}
          problem={values.toPort === "" ? undefined : problem("toPort")}
        >
          <Input
            inputMode="numeric"
            placeholder={values.port}
            value={values.toPort}
            onChange={(event) => set({ toPort: event.target.value })}
          />
        </Field>
      </div>
      <Limits form={form} />
    </SpecDialog>
  );
}

/** Who may use it, and how often. */
function Limits({ form }: { form: ReturnType<typeof useForwardForm> }) {
  const { values, set, problem } = form;
  const words = useMessages().network.forwards;
  return (
    <>
      <Field label={words.who} optional help={words.whoHelp} problem={problem("from")}>
        <Input
          mono
          value={values.from}
          placeholder="198.51.100.0/24"
          onChange={(event) => set({ from: event.target.value })}
        />
      </Field>
      <Field label={words.limit} optional help={words.limitHelp} problem={problem("newPerMinute")}>
        <Input
          inputMode="numeric"
          value={values.newPerMinute}
          end={words.limitUnit}
          onChange={(event) => set({ newPerMinute: event.target.value })}
        />
      </Field>
    </>
  );
}

const EMPTY = {
  protocol: "tcp" as Forward["protocol"],
  port: "",
  to: "",
  toPort: "",
  from: "",
  newPerMinute: "",
};
type Typed = typeof EMPTY;

const typedOf = (forward: Forward): Typed => ({
  protocol: forward.protocol,
  port: String(forward.port),
  to: forward.to,
  toPort: String(forward.toPort),
  from: forward.from.join(", "),
  newPerMinute: String(forward.newPerMinute ?? ""),
});

function useForwardForm(at: number | null, onDone: () => void) {
  const { spec } = useSiteEditor();
  const old = at === null ? undefined : spec.forwards[at];
  return useSpecForm({
    initial: old === undefined ? EMPTY : typedOf(old),
    build: (values) => ({
      spec: withElement(spec, "forwards", {
        at,
        element: {
          protocol: values.protocol,
          port: values.port,
          to: values.to,
          toPort: values.toPort === "" ? values.port : values.toPort,
          from: wordList(values.from),
          newPerMinute: values.newPerMinute === "" ? null : Number(values.newPerMinute),
        },
      }),
      at: ["forwards", at ?? spec.forwards.length],
    }),
    onDone,
  });
}
