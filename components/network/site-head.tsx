"use client";
import { Ban, Ellipsis, List, Pencil, Radar, Route } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { problemOf } from "@/components/hooks/api-problem";
import { useMessages } from "@/components/hooks/use-messages";
import { type PaletteEntry, usePaletteEntries } from "@/components/shell/palette-entries";
import { PLACES } from "@/components/shell/places";
import { Ago } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { PageHead } from "@/components/ui/page-head";
import { toast } from "@/components/ui/toast";
import { sectionHref, sitePlanHref } from "./network-links";
import { useSiteEditor } from "./site-editor";
import { SiteState } from "./site-state";
import { useMeasure } from "./use-site";

const SiteDialog = dynamic(() => import("./site-dialog").then((part) => part.SiteDialog));

/** Name, what is on the hosts, and what one does here: trace, measure. */
export function SiteHead() {
  const { site, spec, mayEdit } = useSiteEditor();
  const words = useMessages().network;
  const measure = useMeasureNow();
  const [editing, setEditing] = useState(false);
  useSitePalette(measure.measureNow);
  const { lastMeasured } = site;
  return (
    <>
      <PageHead
        title={site.name}
        mark={<SiteState site={site} />}
        facts={
          <>
            {words.facts(spec.zones.length, site.hosts.length)} ·{" "}
            {lastMeasured === null ? (
              words.neverMeasured
            ) : (
              <>
                {words.measured} <Ago at={lastMeasured.at} />
              </>
            )}
          </>
        }
        actions={
          <>
            <ButtonLink icon={Route} href={sectionHref(site.id, "trace")} className="max-sm:flex-1">
              {words.tracePacket}
            </ButtonLink>
            {mayEdit && (
              <Button
                icon={Radar}
                busy={measure.isBusy}
                onClick={measure.measureNow}
                className="max-sm:flex-1"
              >
                {words.measureNow}
              </Button>
            )}
            <SiteMenu onEdit={() => setEditing(true)} />
          </>
        }
      />
      {editing && <SiteDialog site={site} onClose={() => setEditing(false)} />}
    </>
  );
}

function SiteMenu(props: { onEdit: () => void }) {
  const { site, mayEdit } = useSiteEditor();
  const words = useMessages().network.menu;
  const router = useRouter();
  return (
    <Menu
      label={words.label}
      items={[
        ...(mayEdit ? [{ id: "edit", label: words.edit, icon: Pencil, act: props.onEdit }] : []),
        {
          id: "all",
          label: words.all,
          icon: List,
          act: () => router.push(`${PLACES.network}?all`),
        },
        ...(mayEdit && site.appliedRevision !== null
          ? [
              {
                id: "clear",
                label: words.clear,
                icon: Ban,
                danger: true,
                act: () => router.push(sitePlanHref(site.id, "clear-site")),
              },
            ]
          : []),
      ]}
    >
      <IconButton icon={Ellipsis} label={words.label} look="secondary" />
    </Menu>
  );
}

/** Measures and says how it ended. */
function useMeasureNow() {
  const { site } = useSiteEditor();
  const words = useMessages().network;
  const { mutate, isPending } = useMeasure(site.id);
  const measureNow = useMemo(
    () => () =>
      mutate(undefined, {
        onError: (error) =>
          toast.failed({
            title: words.measureFailed,
            body: problemOf(error).detail,
            id: "measure",
          }),
      }),
    [mutate, words],
  );
  return { measureNow, isBusy: isPending };
}

function useSitePalette(measureNow: () => void) {
  const { site, mayEdit } = useSiteEditor();
  const words = useMessages().network;
  usePaletteEntries(
    useMemo((): readonly PaletteEntry[] => {
      const go = (id: "trace" | "rules", icon: PaletteEntry["icon"], label: string) => ({
        id: `site-${id}`,
        group: "places" as const,
        label,
        tag: site.name,
        icon,
        act: ({ go: open }: { go: (href: string) => void }) => open(sectionHref(site.id, id)),
      });
      return [
        ...(mayEdit
          ? [
              {
                id: "measure-site",
                group: "actions" as const,
                label: words.measureNow,
                tag: site.name,
                icon: Radar,
                act: measureNow,
              },
            ]
          : []),
        go("trace", Route, words.tracePacket),
        go("rules", List, words.tabs.rules),
      ];
    }, [site.id, site.name, mayEdit, measureNow, words]),
  );
}
