"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useHosts } from "@/components/host/use-hosts";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { Breadcrumb } from "@/components/shell/breadcrumb";
import { PLACES } from "@/components/shell/places";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHead } from "@/components/ui/page-head";
import { ProblemCard } from "@/components/ui/problem-card";
import type { Problem } from "@/lib/core/problem";
import type { HostRow } from "@/lib/schemas/host";
import { HostTicks } from "./host-ticks";
import { NewSiteFirewalls } from "./new-site-firewalls";
import { NewSiteNetworks } from "./new-site-networks";
import { NewSitePreview } from "./new-site-preview";
import { sectionHref } from "./network-links";
import { PresetChoice } from "./preset-choice";
import { type NewSiteForm, useNewSiteForm } from "./use-new-site-form";
import { useNewSite, useSites } from "./use-site";

/** A site from a preset: hosts, networks as the hosts say them, firewalls; the matrix beside it. */
export function NewSitePage() {
  const m = useMessages();
  const words = m.network.new;
  const router = useRouter();
  const hosts = useHosts();
  const create = useNewSite();
  const failure = create.error === null ? null : problemOf(create.error);
  const form = useNewSiteForm(hosts.data ?? [], failure?.fields ?? {});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const page = event.currentTarget;
    const input = form.submit();
    const focus = () =>
      requestAnimationFrame(() => page.querySelector<HTMLElement>("[aria-invalid]")?.focus());
    if (input === null) focus();
    else
      create.mutate(input, {
        onSuccess: ({ site }) => router.push(sectionHref(site.id, "matrix")),
        onError: focus,
      });
  };
  const wrong = form.count;
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex min-h-[calc(100dvh-var(--topbar)-60px)] flex-col max-sm:pb-24"
    >
      <Breadcrumb
        items={[{ label: m.network.title, href: PLACES.network }, { label: words.title }]}
      />
      <PageHead title={words.title} facts={words.facts} />
      <div className="grid flex-1 content-start gap-6 pb-8 lg:grid-cols-[minmax(0,1fr)_440px]">
        <Fields form={form} failure={failure} hosts={hosts.data ?? []} />
        <NewSitePreview form={form} />
      </div>
      <ActionBar facts={wrong > 0 && <span className="text-danger">{words.wrong(wrong)}</span>}>
        <ButtonLink href={PLACES.network}>{m.ui.cancel}</ButtonLink>
        <Button type="submit" look="primary" icon={Plus} busy={create.isPending}>
          {words.create}
        </Button>
      </ActionBar>
    </form>
  );
}

function Fields(props: { form: NewSiteForm; failure: Problem | null; hosts: readonly HostRow[] }) {
  const { form, failure, hosts } = props;
  const words = useMessages().network.new;
  const sites = useSites().data ?? [];
  return (
    <div className="grid min-w-0 content-start gap-5">
      {failure !== null && failure.fields === undefined && <ProblemCard problem={failure} />}
      <PresetChoice value={form.values.preset} onChange={(preset) => form.set({ preset })} />
      <Field label={words.name} problem={form.problem("name")} className="max-w-[420px]">
        <Input
          value={form.values.name}
          placeholder={words.nameSuch}
          onChange={(event) => form.set({ name: event.target.value })}
        />
      </Field>
      <HostTicks
        hosts={hosts}
        taken={sites}
        chosen={form.values.hostIds}
        onChange={(hostIds) => form.set({ hostIds })}
        problem={form.problem("hostIds")}
      />
      <NewSiteNetworks form={form} />
      {form.values.preset === "dmz" && <NewSiteFirewalls form={form} />}
    </div>
  );
}
