"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useMay } from "@/components/cluster/use-may";
import { useMessages } from "@/components/hooks/use-messages";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import type { HostRow } from "@/lib/schemas/host";
import type { HostSettingsNow } from "@/lib/schemas/host-settings-now";
import { hostPlanHref } from "@/lib/schemas/operation-param";
import { AddressFields } from "./address-fields";
import { Differences } from "./differences";
import { LoginFields, MachineFields, PlaceFields } from "./setting-fields";
import { changedTopics, draftOf, readDraft, suggestionsFor, withoutTopic } from "./settings-draft";
import type { FieldsProps } from "./fields-props";

/** What differs, then every field; the plan is made of what differs. */
export function SettingsForm(props: { row: HostRow; now: HostSettingsNow }) {
  const { row, now } = props;
  const m = useMessages().hostSettings;
  const router = useRouter();
  const may = useMay("hosts:write");
  const [suggested] = useState(() => suggestionsFor(now, ask(row)));
  const [draft, setDraft] = useState(() => ({ ...draftOf(now), ...suggested }));
  const [isTried, setTried] = useState(false);
  const read = readDraft(now, draft);
  const changes = changedTopics(now, draft).length;
  const fields: FieldsProps = {
    ...{ row, now, draft },
    set: (patch) => setDraft((old) => ({ ...old, ...patch })),
    problem: (field) => (isTried ? read.problems?.[field] : undefined),
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (read.settings !== null)
      return router.push(
        hostPlanHref({
          ...{ kind: "prepare-host", hostIds: [row.id], boots: {} },
          settings: read.settings,
        }),
      );
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  return (
    <form noValidate onSubmit={submit} className="max-sm:pb-16">
      <Differences
        {...{ now, draft }}
        suggested={new Set(Object.keys(suggested))}
        onLeave={(topic) => setDraft((old) => withoutTopic(now, old, topic))}
      />
      <div className="mb-6 grid grid-cols-2 items-start gap-4 max-lg:grid-cols-1">
        <div className="grid gap-4">
          <PlaceFields {...fields} />
          <MachineFields {...fields} />
        </div>
        <div className="grid gap-4">
          <LoginFields {...fields} />
          <AddressFields {...fields} />
        </div>
      </div>
      <ActionBar facts={<span className="max-sm:hidden">{m.previewFoot}</span>}>
        <Button look="primary" type="submit" disabled={!may || changes === 0}>
          {changes === 0 ? m.previewNone : m.preview}
        </Button>
      </ActionBar>
    </form>
  );
}

const ask = ({ clusterId }: HostRow) => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  isMember: clusterId !== null,
});
