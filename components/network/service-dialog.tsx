"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SiteSpec } from "@/lib/schemas/site";
import { portText, readPorts } from "./port-text";
import { useSiteEditor } from "./site-editor";
import { withElement } from "./spec-edits";
import { SpecDialog } from "./spec-dialog";
import { useSpecForm } from "./use-spec-form";

/** A named set of ports of the site's own; `at` null makes a new one. */
export function ServiceDialog(props: { at: number | null; onClose: () => void }) {
  const { at, onClose } = props;
  const { spec } = useSiteEditor();
  const words = useMessages().network.services;
  const old = at === null ? undefined : spec.services[at];
  const form = useSpecForm({
    initial: { name: old?.name ?? "", ports: portText(old?.ports ?? []) },
    build: ({ name, ports }) => {
      const read = readPorts(ports);
      const renamed = old === undefined ? spec : withServiceName(spec, old.name, name.trim());
      return {
        spec: withElement(renamed, "services", { at, element: { name, ports: read.ports } }),
        at: ["services", at ?? spec.services.length],
        ...(read.wrong.length > 0 ? { fields: { ports: words.noPort(read.wrong[0] ?? "") } } : {}),
      };
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
      <Field label={words.name} problem={problem("name")}>
        <Input
          value={values.name}
          placeholder="minecraft"
          autoCapitalize="none"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label={words.ports} help={words.portsHelp} problem={problem("ports")}>
        <Input
          mono
          value={values.ports}
          placeholder="25565/tcp, 25565/udp"
          onChange={(event) => set({ ports: event.target.value })}
        />
      </Field>
    </SpecDialog>
  );
}

/** Its new name wherever it is used. */
function withServiceName(spec: SiteSpec, old: string, name: string): SiteSpec {
  const renamed = (each: string) => (each === old ? name : each);
  return {
    ...spec,
    cells: spec.cells.map((cell) => ({ ...cell, services: cell.services.map(renamed) })),
    exceptions: spec.exceptions.map((each) => ({
      ...each,
      service: each.service === null ? null : renamed(each.service),
    })),
  };
}
