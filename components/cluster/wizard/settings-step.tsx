"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ProblemCard } from "@/components/ui/problem-card";
import { hostsOf } from "@/lib/advisor/advisor-host";
import { AdvancedSettings } from "./advanced-settings";
import { SourceSettings } from "./source-settings";
import { TextSetting, useFieldProblem } from "./text-setting";
import type { Wizard } from "./use-wizard";

/** Step 4: name, version, addresses; everything else has a good default and is folded away. */
export function SettingsStep({ wizard }: { wizard: Wizard }) {
  const words = useMessages().wizard.settings;
  const { now, store } = wizard;
  const { topology, settings } = now.draft;
  const found = useFieldProblem(wizard);
  const storeProblem = store.problem && !store.problem.fields?.name ? store.problem : null;
  return (
    <section className="max-w-[760px]">
      <h2 className="text-lg">{words.title}</h2>
      <p className="mt-1 mb-4 max-w-[66ch] text-muted">{words.body}</p>
      {storeProblem && <ProblemCard problem={storeProblem} className="mb-4" />}
      <Card className="grid gap-4 p-4">
        <TextSetting
          wizard={wizard}
          field="name"
          label={words.name}
          help={words.nameHelp}
          value={settings.name}
          found={found("name")}
        />
        <SourceSettings wizard={wizard} found={found} />
        <TextSetting
          wizard={wizard}
          field="apiAddress"
          label={words.apiAddress}
          help={words.apiAddressHelp[topology]}
          value={now.apiAddress}
          found={found("apiAddress")}
        />
        <TextSetting
          wizard={wizard}
          field="extraTlsSans"
          label={words.extraTlsSans}
          help={words.extraTlsSansHelp}
          value={settings.extraTlsSans}
          found={found("extraTlsSans")}
          optional
        />
        <Taint wizard={wizard} />
      </Card>
      <AdvancedSettings wizard={wizard} found={found} />
    </section>
  );
}

function Taint({ wizard }: { wizard: Wizard }) {
  const words = useMessages().wizard.settings;
  const { now, dispatch } = wizard;
  const stuck = now.serverTaint && hostsOf(now.hosts, now.roles, "agent").length === 0;
  return (
    <Checkbox
      checked={now.serverTaint}
      onChange={(event) => dispatch({ type: "taint", on: event.target.checked })}
    >
      {words.taint}
      <span className={`block text-xs ${stuck ? "text-warn" : "text-muted"}`}>
        {stuck ? words.taintNoAgents : words.taintHelp}
      </span>
    </Checkbox>
  );
}
