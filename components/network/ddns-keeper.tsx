"use client";
import { Ban, Pencil, Play, Server } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Ago } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { KeyValues } from "@/components/ui/key-values";
import type { DdnsSettings } from "@/lib/schemas/ddns";
import type { DdnsView } from "@/lib/schemas/ddns-view";
import { sitePlanHref } from "./network-links";
import { useSiteEditor } from "./site-editor";

/** The host that keeps the names, how it does, and the way to put it there or take it off. */
export function DdnsKeeper(props: {
  view: DdnsView;
  settings: DdnsSettings;
  /** Saved in this browser since the page was opened. */
  isSaved: boolean;
  onEdit: () => void;
}) {
  const { view, settings, isSaved } = props;
  const { mayEdit } = useSiteEditor();
  const words = useMessages().network.ddns.keeper;
  const isSetUp = view.asOf !== null || view.problem !== null;
  const isNew = !isSetUp || isSaved || view.names.some(({ isWell }) => isWell === null);
  return (
    <Card className="mt-5" aria-label={words.title}>
      <CardHead
        title={
          <span className="flex items-center gap-2">
            <Icon of={Server} className="text-muted" />
            {words.title}
          </span>
        }
        end={
          mayEdit && (
            <Button size="sm" icon={Pencil} onClick={props.onEdit}>
              {words.edit}
            </Button>
          )
        }
      />
      <CardBody className="grid gap-3.5">
        <Facts view={view} settings={settings} />
        {isNew && <p className="text-sm text-muted">{isSetUp ? words.again : words.notSetUp}</p>}
        {mayEdit && <Actions view={view} isSetUp={isSetUp} isNew={isNew} />}
      </CardBody>
    </Card>
  );
}

function Facts({ view, settings }: { view: DdnsView; settings: DdnsSettings }) {
  const words = useMessages().network.ddns.keeper;
  const { address, everyMinutes } = settings;
  return (
    <KeyValues
      items={[
        { id: "host", name: words.host, value: view.hostName ?? words.gone },
        {
          id: "address",
          name: words.address,
          value:
            address.kind === "web"
              ? words.fromWeb(address.url.replace(/^https:\/\/|\/$/g, ""))
              : words.fromInterface(address.name),
        },
        { id: "every", name: words.every, value: words.minutes(everyMinutes) },
        ...(view.asOf === null
          ? []
          : [{ id: "asked", name: words.asked, value: <Ago at={view.asOf} /> }]),
      ]}
    />
  );
}

function Actions(props: { view: DdnsView; isSetUp: boolean; isNew: boolean }) {
  const { view, isSetUp, isNew } = props;
  const { site } = useSiteEditor();
  const words = useMessages().network.ddns.keeper;
  return (
    <div className="flex flex-wrap gap-2 max-sm:flex-col">
      <ButtonLink
        icon={Play}
        look={isNew ? "primary" : "secondary"}
        href={sitePlanHref(site.id, "apply-ddns")}
      >
        {words.setUp(view.hostName ?? words.gone)}
      </ButtonLink>
      {isSetUp && (
        <ButtonLink icon={Ban} look="ghost" href={sitePlanHref(site.id, "clear-ddns")}>
          {words.takeOff}
        </ButtonLink>
      )}
    </div>
  );
}
