"use client";
import Link from "next/link";
import { AdoptedNote } from "@/components/adopt/adopted-note";
import { ClusterCrumbs } from "@/components/cluster/cluster-crumbs";
import { useMessages } from "@/components/hooks/use-messages";
import { applyHref, deployHref } from "@/components/kube-change/links";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { TEMPLATE_IDS } from "@/lib/templates/templates";
import { TEMPLATE_ICONS } from "./template-icons";

/** Templates to choose from. */
export function GalleryPage(props: { clusterId: string }) {
  const { clusterId } = props;
  const m = useMessages();
  const words = m.deploy;
  return (
    <>
      <ClusterCrumbs clusterId={clusterId} items={[{ label: words.crumb }]} />
      <PageHead
        title={words.galleryTitle}
        facts={words.galleryFacts}
        actions={<ButtonLink href={applyHref(clusterId)}>{words.ownYaml}</ButtonLink>}
      />
      <AdoptedNote clusterId={clusterId} />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {TEMPLATE_IDS.map((id) => (
          <li key={id}>
            <Link
              href={deployHref(clusterId, id)}
              className="grid h-full content-start gap-2 rounded-lg border border-line bg-surface p-4 text-text no-underline hover:bg-hover"
            >
              <span className="grid size-9 place-items-center rounded-[9px] bg-sunken text-muted">
                <Icon of={TEMPLATE_ICONS[id]} />
              </span>
              <h2 className="text-base font-[580]">{words.templates[id][0]}</h2>
              <p className="text-sm text-muted">{words.templates[id][1]}</p>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
