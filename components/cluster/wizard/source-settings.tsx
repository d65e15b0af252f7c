"use client";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { ArtifactSource } from "@/lib/schemas/cluster-spec";
import { BundleField } from "./bundle/bundle-field";
import type { SettingsField } from "./resolve-settings";
import type { FoundProblem } from "./text-setting";
import type { Wizard } from "./use-wizard";

interface SourceProps {
  wizard: Wizard;
  found: (field: SettingsField) => FoundProblem | undefined;
}

/** Where k3s comes from, and which version of it. */
export function SourceSettings(props: SourceProps) {
  const { wizard, found } = props;
  const words = useMessages().wizard.settings;
  const { now, offers, dispatch } = wizard;
  const { source } = now;
  const setSource = (next: ArtifactSource) =>
    dispatch({ type: "settings", patch: { source: next, k3sVersion: null } });
  const begin = {
    release: { kind: "release" },
    mirror: { kind: "mirror", url: "" },
    bundle: { kind: "bundle", bundleId: offers.bundles[0]?.id ?? "" },
  } as const satisfies Record<ArtifactSource["kind"], ArtifactSource>;
  return (
    <>
      <div className="grid gap-[5px]">
        <span className="text-sm font-label">{words.source}</span>
        <Segmented
          label={words.source}
          value={source.kind}
          onChange={(kind) => setSource(begin[kind])}
          className="justify-self-start max-sm:max-w-full max-sm:overflow-x-auto"
          segments={(["release", "mirror", "bundle"] as const).map((id) => ({
            id,
            label: words.sources[id],
          }))}
        />
        <p className="text-xs text-muted">{words.sourceHelp[source.kind]}</p>
      </div>
      {source.kind === "mirror" && (
        <Field
          label={words.mirrorUrl}
          problem={source.url === "" ? undefined : found("source")?.text}
        >
          <Input
            mono
            value={source.url}
            autoComplete="off"
            onChange={(event) => setSource({ kind: "mirror", url: event.target.value })}
          />
        </Field>
      )}
      {source.kind === "bundle" && (
        <BundleField
          bundles={offers.bundles}
          bundleId={source.bundleId}
          problem={found("source")?.text}
          onChoose={(bundleId) => setSource({ kind: "bundle", bundleId })}
        />
      )}
      {source.kind !== "bundle" && <VersionField {...props} />}
    </>
  );
}

/** Above the list in the form; typed by hand when upstream cannot be asked. */
function VersionField({ wizard, found }: SourceProps) {
  const words = useMessages().wizard.settings;
  const { now, offers, dispatch } = wizard;
  const { versions } = offers;
  const [typing, setTyping] = useState(false);
  const [left, setLeft] = useState(false);
  const byHand = typing || versions === null;
  const set = (k3sVersion: string) => dispatch({ type: "settings", patch: { k3sVersion } });
  const channelOf = (version: string) =>
    versions?.channels.find((channel) => channel.latest === version)?.name;
  const options = [...new Set([now.k3sVersion, ...(versions?.versions ?? [])])].filter(Boolean);
  return (
    <Field
      label={words.version}
      problem={left || !byHand ? found("k3sVersion")?.text : undefined}
      help={offers.offline ? words.versionOffline : undefined}
      aside={
        versions && (
          <button type="button" className="link" onClick={() => setTyping(!typing)}>
            {typing ? words.versionList : words.versionOther}
          </button>
        )
      }
    >
      {byHand ? (
        <Input
          mono
          value={now.k3sVersion}
          autoComplete="off"
          placeholder={words.versionPlaceholder}
          onBlur={() => setLeft(true)}
          onChange={(event) => set(event.target.value)}
        />
      ) : (
        <Select
          value={now.k3sVersion}
          onChange={(event) => set(event.target.value)}
          options={options.map((version) => {
            const channel = channelOf(version);
            return {
              value: version,
              label: channel === undefined ? version : words.channel(version, channel),
            };
          })}
        />
      )}
    </Field>
  );
}
