"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useHosts } from "@/components/host/use-hosts";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { PLACES } from "@/components/shell/places";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemCard } from "@/components/ui/problem-card";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { HostTicks } from "./host-ticks";
import { useDeleteSite, useSites, useUpdateSite } from "./use-site";

/** A site's name and hosts; and forgetting it, once nothing of it is on a host. */
export function SiteDialog(props: { site: SiteRow; onClose: () => void }) {
  const { site, onClose } = props;
  const m = useMessages();
  const words = m.network.siteDialog;
  const hosts = useHosts().data ?? [];
  const sites = useSites().data ?? [];
  const [name, setName] = useState(site.name);
  const [chosen, setChosen] = useState<readonly string[]>(site.hosts.map(({ id }) => id));
  const update = useUpdateSite(site.id);
  const problem = update.error === null ? null : problemOf(update.error);
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      foot={
        <>
          <Delete site={site} />
          <Button onClick={onClose}>{m.ui.cancel}</Button>
          <Button
            look="primary"
            busy={update.isPending}
            onClick={() => update.mutate({ name, hostIds: [...chosen] }, { onSuccess: onClose })}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="grid gap-3.5">
        {problem !== null && problem.fields === undefined && <ProblemCard problem={problem} />}
        <Field label={words.name} problem={problem?.fields?.name}>
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <HostTicks
          hosts={hosts}
          taken={sites.filter(({ id }) => id !== site.id)}
          chosen={chosen}
          onChange={setChosen}
          problem={problem?.fields?.hostIds}
        />
      </div>
    </Dialog>
  );
}

function Delete({ site }: { site: SiteRow }) {
  const words = useMessages().network.siteDialog;
  const router = useRouter();
  const forget = useDeleteSite(site.id);
  const [isSure, setSure] = useState(false);
  if (site.appliedRevision !== null)
    return <span className="mr-auto text-xs text-muted">{words.deleteLater}</span>;
  return (
    <Button
      look={isSure ? "danger" : "warn"}
      icon={Trash2}
      className="mr-auto max-sm:mr-0"
      busy={forget.isPending}
      onClick={() =>
        isSure
          ? forget.mutate(undefined, { onSuccess: () => router.push(`${PLACES.network}?all`) })
          : setSure(true)
      }
    >
      {isSure ? words.deleteSure(site.name) : words.delete}
    </Button>
  );
}
