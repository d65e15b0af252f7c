"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { PROVIDERS } from "@/lib/ddns/provider";
import { ddnsName, type DdnsProvider } from "@/lib/schemas/ddns";
import type { DdnsView } from "@/lib/schemas/ddns-view";
import { DdnsDialog } from "./ddns-dialog";
import { useDdnsNameForm } from "./ddns-name-form";
import { DdnsSecretField } from "./ddns-secret-field";
import { useSiteEditor } from "./site-editor";

const ALL: readonly DdnsProvider[] = ddnsName.options.map(({ shape }) => shape.provider.value);

/** One name and its provider, who chooses the fields; the first name comes with its host. */
export function DdnsNameDialog(props: {
  view: DdnsView;
  at: number | null;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { view, at, onSaved, onClose } = props;
  const { site } = useSiteEditor();
  const words = useMessages().network.ddns.nameDialog;
  const form = useDdnsNameForm(view, at, onSaved);
  const { values, set, problem } = form;
  const { provider } = values;
  const old = at === null ? undefined : view.settings?.names[at];
  return (
    <DdnsDialog
      title={old === undefined ? words.add : words.edit(old.name)}
      description={words.body}
      form={form}
      onClose={onClose}
    >
      <ProviderFields form={form} />
      <DdnsSecretField
        key={provider}
        label={PROVIDERS[provider].secretLabel}
        value={form.canKeep ? values.secret : (values.secret ?? "")}
        canKeep={form.canKeep}
        problem={problem("secret")}
        onChange={(secret) => set({ secret })}
      />
      {view.settings === null && (
        <Field label={words.host} help={words.hostHelp} problem={problem("hostId")}>
          <Select
            value={values.hostId}
            options={site.hosts.map(({ id, name, address }) => ({
              value: id,
              label: `${name} · ${address}`,
            }))}
            onChange={(event) => set({ hostId: event.target.value })}
          />
        </Field>
      )}
    </DdnsDialog>
  );
}

function ProviderFields({ form }: { form: ReturnType<typeof useDdnsNameForm> }) {
  const { values, set, problem } = form;
  const { provider } = values;
  const m = useMessages().network.ddns;
  const words = m.nameDialog;
  return (
    <>
      <Field label={m.provider} help={words.help[provider]}>
        <Select
          value={provider}
          options={ALL.map((value) => ({ value, label: PROVIDERS[value].label }))}
          onChange={(event) =>
            set({ provider: ALL.find((each) => each === event.target.value) ?? provider })
          }
        />
      </Field>
      <Field label={m.name} problem={problem("name")}>
        <Input
          value={values.name}
          placeholder={words.examples[provider]}
          {...PLAIN}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      {provider === "cloudflare" && (
        <Field label={words.zone} help={words.zoneHelp} problem={problem("zone")}>
          <Input
            value={values.zone}
            placeholder="example.org"
            {...PLAIN}
            onChange={(event) => set({ zone: event.target.value })}
          />
        </Field>
      )}
      {provider === "dyndns2" && <ServerFields form={form} />}
      {(provider === "no-ip" || provider === "dyndns2") && (
        <Field label={words.login} help={words.loginHelp} problem={problem("login")}>
          <Input
            value={values.login}
            {...PLAIN}
            onChange={(event) => set({ login: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}

function ServerFields({ form }: { form: ReturnType<typeof useDdnsNameForm> }) {
  const { values, set, problem } = form;
  const words = useMessages().network.ddns.nameDialog;
  return (
    <div className="grid gap-3.5 sm:grid-cols-2">
      <Field label={words.server} problem={problem("server")}>
        <Input
          value={values.server}
          placeholder="dyndns.example.org"
          {...PLAIN}
          onChange={(event) => set({ server: event.target.value })}
        />
      </Field>
      <Field label={words.path} problem={problem("path")}>
        <Input
          value={values.path}
          {...PLAIN}
          onChange={(event) => set({ path: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** A browser neither fills in nor corrects what belongs to a provider. */
const PLAIN = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;
