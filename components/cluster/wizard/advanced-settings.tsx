"use client";
import { CircleCheck } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ToneLabel } from "@/components/ui/status";
import { dnsOf } from "@/lib/advisor/network-conflicts";
import { packagedComponent, type PackagedComponent } from "@/lib/schemas/cluster-spec";
import type { SettingsField } from "./resolve-settings";
import { TextSetting, type FoundProblem } from "./text-setting";
import type { Wizard } from "./use-wizard";

interface AdvancedProps {
  wizard: Wizard;
  found: (field: SettingsField) => FoundProblem | undefined;
}

const FOLDED: readonly SettingsField[] = [
  "clusterCidr",
  "serviceCidr",
  "clusterDomain",
  "databaseName",
  "databaseUser",
];

/** Networks, components, database. Unfolds by itself when something in it needs somebody. */
export function AdvancedSettings(props: AdvancedProps) {
  const words = useMessages().wizard.settings;
  const troubled = FOLDED.some((field) => props.found(field) !== undefined);
  return (
    <details className="mt-4" {...(troubled ? { open: true } : {})}>
      <summary className="mb-3 text-sm font-label">{words.advanced}</summary>
      <Card className="grid gap-4 p-4">
        <Networks {...props} />
        <Components wizard={props.wizard} />
        {props.wizard.now.draft.topology === "ha-external-database" && <Database {...props} />}
      </Card>
    </details>
  );
}

function Networks({ wizard, found }: AdvancedProps) {
  const words = useMessages().wizard.settings;
  const { now } = wizard;
  const { settings } = now.draft;
  const dns = dnsOf(settings.serviceCidr);
  const networks = new Set(now.hosts.flatMap((host) => host.networks)).size;
  const clear = found("clusterCidr") === undefined && found("serviceCidr") === undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextSetting
        wizard={wizard}
        mono
        field="clusterCidr"
        label={words.clusterCidr}
        help={words.podsHelp}
        value={settings.clusterCidr}
        found={found("clusterCidr")}
      />
      <TextSetting
        wizard={wizard}
        mono
        field="serviceCidr"
        label={words.serviceCidr}
        help={dns === null ? undefined : words.dns(dns)}
        value={settings.serviceCidr}
        found={found("serviceCidr")}
      />
      {clear && networks > 0 && (
        <ToneLabel tone="ok" icon={CircleCheck} className="whitespace-normal! sm:col-span-2">
          {words.checkedAgainst(networks)}
        </ToneLabel>
      )}
      <TextSetting
        wizard={wizard}
        mono
        field="clusterDomain"
        label={words.clusterDomain}
        value={settings.clusterDomain}
        found={found("clusterDomain")}
      />
    </div>
  );
}

function Components({ wizard }: { wizard: Wizard }) {
  const words = useMessages().wizard.settings;
  const { disable } = wizard.now.draft.settings;
  const toggle = (name: PackagedComponent, on: boolean) => {
    const others = disable.filter((other) => other !== name);
    wizard.dispatch({ type: "settings", patch: { disable: on ? others : [...others, name] } });
  };
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-label">{words.components}</legend>
      <div className="grid gap-1.5">
        {packagedComponent.options.map((name) => (
          <Checkbox
            key={name}
            checked={!disable.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
          >
            {words.componentNames[name]}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function Database({ wizard, found }: AdvancedProps) {
  const words = useMessages().wizard.settings;
  const { settings } = wizard.now.draft;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextSetting
        wizard={wizard}
        mono
        field="databaseName"
        label={words.databaseName}
        value={settings.databaseName}
        found={found("databaseName")}
      />
      <TextSetting
        wizard={wizard}
        mono
        field="databaseUser"
        label={words.databaseUser}
        value={settings.databaseUser}
        found={found("databaseUser")}
      />
      <p className="text-sm text-muted sm:col-span-2">
        {words.databasePassword}: {words.databasePasswordValue}
      </p>
    </div>
  );
}
