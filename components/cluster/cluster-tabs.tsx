"use client";
import { usePathname } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import { TabLinks } from "@/components/ui/tab-links";
import { clusterHref, sectionOf, SECTIONS, type Section } from "./cluster-links";
import { useKinds } from "./kinds/use-kinds";

const ALL = Object.keys(SECTIONS) as readonly Section[];

/** Sections of a cluster; a kind's list marks the section it stands in. */
export function ClusterTabs(props: { clusterId: string }) {
  const { clusterId } = props;
  const words = useMessages().cluster.tabs;
  const open = usePathname().split("/")[3] ?? "";
  const info = useKinds(clusterId).data?.kinds.find(({ name }) => name === open);
  const current = info === undefined ? ALL.find((section) => SECTIONS[section] === open) : null;
  return (
    <TabLinks
      label={words.label}
      tabs={ALL.map((section) => ({
        href: clusterHref(clusterId, section),
        label: words[section],
        current: (info === undefined ? current : sectionOf(info)) === section,
      }))}
    />
  );
}
