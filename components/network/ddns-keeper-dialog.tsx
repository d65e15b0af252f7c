"use client";
import { useHosts } from "@/components/host/use-hosts";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import type { DdnsSettings } from "@/lib/schemas/ddns";
import { DdnsDialog } from "./ddns-dialog";
import { useSiteEditor } from "./site-editor";
import { useDdnsForm } from "./use-ddns-form";

const MINUTES = [5, 10, 15, 30, 60, 360, 1440];
const PAGE = "https://api.ipify.org/";
const FIELDS: Readonly<Record<string, string>> = {
  "settings.hostId": "hostId",
  "settings.address.url": "url",
  "settings.address.name": "interfaceName",
  "settings.everyMinutes": "everyMinutes",
};

/** The host that keeps the names, how it learns the address, and how often it looks. */
export function DdnsKeeperDialog(props: {
  settings: DdnsSettings;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { settings, onSaved, onClose } = props;
  const { site } = useSiteEditor();
  const words = useMessages().network.ddns.keeperDialog;
  const form = useKeeperForm(settings, onSaved);
  const { values, set, problem } = form;
  const known = site.hosts.map(({ id, name, address }) => ({
    value: id,
    label: `${name} · ${address}`,
  }));
  const isGone = !known.some(({ value }) => value === values.hostId);
  const minutes = [...new Set([...MINUTES, settings.everyMinutes])].sort((a, b) => a - b);
  return (
    <DdnsDialog title={words.title} description={words.body} form={form} onClose={onClose}>
      <Field label={words.host} help={words.hostHelp} problem={problem("hostId")}>
        <Select
          value={isGone ? "" : values.hostId}
          options={[...(isGone ? [{ value: "", label: "", disabled: true }] : []), ...known]}
          onChange={(event) => set({ hostId: event.target.value })}
        />
      </Field>
      <SourceFields form={form} />
      <Field label={words.every} help={words.everyHelp} problem={problem("everyMinutes")}>
        <Select
          value={String(values.everyMinutes)}
          options={minutes.map((count) => ({ value: String(count), label: words.minutes(count) }))}
          onChange={(event) => set({ everyMinutes: Number(event.target.value) })}
        />
      </Field>
    </DdnsDialog>
  );
}

function SourceFields({ form }: { form: ReturnType<typeof useKeeperForm> }) {
  const { values, set, problem } = form;
  const words = useMessages().network.ddns.keeperDialog;
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-label">{words.source}</legend>
        {(["web", "interface"] as const).map((kind) => (
          <Radio
            key={kind}
            name="ddns-source"
            checked={values.kind === kind}
            onChange={() => set({ kind })}
            help={kind === "web" ? words.webHelp : words.interfaceHelp}
          >
            {words[kind]}
          </Radio>
        ))}
      </fieldset>
      {values.kind === "web" ? (
        <Field label={words.url} help={words.urlHelp} problem={problem("url")}>
          <Input
            inputMode="url"
            spellCheck={false}
            value={values.url}
            onChange={(event) => set({ url: event.target.value })}
          />
        </Field>
      ) : (
        <InterfaceField form={form} />
      )}
    </>
  );
}

/** Any name may be typed: an interface that dials in may be down just now. */
function InterfaceField({ form }: { form: ReturnType<typeof useKeeperForm> }) {
  const { values, set, problem } = form;
  const words = useMessages().network.ddns.keeperDialog;
  const facts = useHosts().data?.find(({ id }) => id === values.hostId)?.facts;
  return (
    <Field label={words.interfaceName} problem={problem("interfaceName")}>
      <Input
        mono
        list="ddns-interfaces"
        placeholder="eth0"
        value={values.interfaceName}
        onChange={(event) => set({ interfaceName: event.target.value })}
        end={
          <datalist id="ddns-interfaces">
            {facts?.interfaces.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        }
      />
    </Field>
  );
}

function useKeeperForm(settings: DdnsSettings, onDone: () => void) {
  const { address } = settings;
  return useDdnsForm({
    initial: {
      hostId: settings.hostId,
      everyMinutes: settings.everyMinutes,
      kind: address.kind,
      url: address.kind === "web" ? address.url : PAGE,
      interfaceName: address.kind === "interface" ? address.name : "",
    },
    build: ({ hostId, everyMinutes, kind, url, interfaceName }) => ({
      input: {
        settings: {
          ...settings,
          ...{ hostId, everyMinutes },
          address: kind === "web" ? { kind, url } : { kind, name: interfaceName },
        },
      },
    }),
    fieldOf: (path) => FIELDS[path] ?? null,
    onDone,
  });
}
