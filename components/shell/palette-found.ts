import { Box, List } from "lucide-react";
import { kindHref, objectHref } from "@/components/cluster/cluster-links";
import type { BaseMessages } from "@/lib/i18n/base";
import type { SearchGroup, SearchHit } from "@/lib/schemas/kube-search";
import type { PaletteEntry } from "./palette-entries";
import type { PaletteSection } from "./palette-local";
import type { Found } from "./use-object-search";

/** What clusters found, one section for each kind; the way to the list where there is more. */
export function foundSections(
  found: readonly Found[],
  text: string,
  m: BaseMessages,
): readonly PaletteSection[] {
  const several = found.length > 1;
  return found.flatMap(({ cluster, answer, isEarly }) =>
    (answer?.groups ?? []).map((group) => {
      const { find } = m.shell;
      const hits = group.hits.map((hit) => hitEntry(cluster.id, group, hit));
      const more = !isEarly && group.total > group.hits.length;
      return {
        id: `${cluster.id}-${group.list}`,
        heading: several ? find.ofCluster(group.label, cluster.name) : group.label,
        entries: more ? [...hits, allEntry({ clusterId: cluster.id, group, text, find })] : hits,
      };
    }),
  );
}

function hitEntry(clusterId: string, { list }: SearchGroup, hit: SearchHit): PaletteEntry {
  const { namespace, name, label, status } = hit;
  return {
    id: `object-${clusterId}-${list}-${namespace}-${name}`,
    group: "objects",
    label: name,
    icon: Box,
    detail: [namespace, label].filter(Boolean).join(" · "),
    ...(status === null ? {} : { status }),
    act: ({ go }) => go(objectHref(clusterId, hit)),
  };
}

function allEntry(about: {
  clusterId: string;
  group: SearchGroup;
  text: string;
  find: BaseMessages["shell"]["find"];
}): PaletteEntry {
  const { clusterId, group, text, find } = about;
  return {
    id: `all-${clusterId}-${group.list}`,
    group: "objects",
    label: find.all(group.total, group.label, text),
    icon: List,
    act: ({ go }) => go(kindHref(clusterId, group.list, { search: text })),
  };
}

/** What keeps the answer from being whole, cluster by cluster. */
export function searchRemarks(
  found: readonly Found[],
  { find }: BaseMessages["shell"],
): readonly string[] {
  return found.flatMap(({ cluster, answer, isEarly, failure }) => {
    if (failure !== "") return [find.away(cluster.name, failure)];
    const incomplete = isEarly ? [] : (answer?.incomplete ?? []);
    if (incomplete.length === 0) return [];
    return [find.incomplete(cluster.name, incomplete)];
  });
}
