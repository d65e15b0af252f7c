import {
  Box,
  Boxes,
  FileCode,
  History,
  ListChecks,
  Rocket,
  Server,
  SquareTerminal,
  Table,
} from "lucide-react";
import { clusterPlace, jobHref, kindHref, objectHref } from "@/components/cluster/cluster-links";
import { applyHref, deployHref } from "@/components/kube-change/links";
import { consoleHref } from "@/components/kube-console/console-links";
import type { BaseMessages } from "@/lib/i18n/base";
import { rankWords } from "@/lib/palette/match-words";
import type { PaletteEntry, PaletteTools } from "./palette-entries";
import { PLACES } from "./places";
import type { RecentObject } from "./recent-objects";
import type { PaletteData } from "./use-palette-data";

/** Entries under one heading. */
export interface PaletteSection {
  readonly id: string;
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

/** Of each section; more of a kind stand on its page. */
const MOST = { actions: 8, places: 8, clusters: 5, hosts: 5, jobs: 5 };

const to =
  (href: string) =>
  ({ go }: PaletteTools) =>
    go(href);

/** What fits, best first; with no words all of it, as it is. */
function fitting(
  entries: readonly PaletteEntry[],
  words: readonly string[],
  most: number,
): readonly PaletteEntry[] {
  if (words.length === 0) return entries;
  const ranked = entries.flatMap((entry) => {
    const rank = rankWords([entry.label, entry.tag ?? "", ...(entry.keywords ?? [])], words);
    return rank === null ? [] : [{ entry, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, most).map(({ entry }) => entry);
}

/** Everything that is known in the browser and fits; there before any server is asked. */
export function localSections(about: {
  readonly m: BaseMessages;
  readonly data: PaletteData;
  readonly entries: readonly PaletteEntry[];
  readonly recent: readonly RecentObject[];
  readonly words: readonly string[];
}): readonly PaletteSection[] {
  const { m, data, entries, recent, words } = about;
  const { find } = m.shell;
  const typed = words.length > 0;
  const allowed = entries.filter(({ needs }) => needs === undefined || data.may(needs));
  const of = (group: PaletteEntry["group"]) => allowed.filter((entry) => entry.group === group);
  const actions = [...of("actions"), ...(typed ? clusterActions(data, find) : [])];
  const places = [...of("places"), ...(typed ? kindPlaces(data, find) : [])];
  return [
    { id: "recent", heading: find.recent, entries: typed ? [] : recentEntries(recent, data) },
    { id: "actions", heading: m.shell.actions, entries: fitting(actions, words, MOST.actions) },
    { id: "places", heading: m.shell.goTo, entries: fitting(places, words, MOST.places) },
    ...(typed
      ? [
          {
            id: "clusters",
            heading: m.common.clusters,
            entries: fitting(clusterEntries(data, find), words, MOST.clusters),
          },
          {
            id: "hosts",
            heading: m.common.hosts,
            entries: fitting(hostEntries(data, find), words, MOST.hosts),
          },
          {
            id: "jobs",
            heading: m.common.jobs,
            entries: fitting(jobEntries(data, find), words, MOST.jobs),
          },
        ]
      : []),
  ].filter((section) => section.entries.length > 0);
}

type Words = BaseMessages["shell"]["find"];

const clusterActions = ({ answering, may }: PaletteData, words: Words): readonly PaletteEntry[] =>
  answering.flatMap(({ cluster: { id, name } }) => [
    ...(may("kube:write")
      ? [
          {
            ...{ id: `deploy-${id}`, group: "actions" as const, icon: Rocket, tag: name },
            ...{ label: words.deploy, keywords: words.deployToo, act: to(deployHref(id)) },
          },
          {
            ...{ id: `apply-${id}`, group: "actions" as const, icon: FileCode, tag: name },
            ...{ label: words.apply, keywords: words.applyToo, act: to(applyHref(id)) },
          },
        ]
      : []),
    ...(may("kube:console")
      ? [
          {
            ...{ id: `kubectl-${id}`, group: "actions" as const, icon: SquareTerminal, tag: name },
            ...{ label: words.kubectl, keywords: words.kubectlToo, act: to(consoleHref(id)) },
          },
        ]
      : []),
  ]);

/** The list of every kind of every cluster: "go to deployments of gandalf". */
const kindPlaces = ({ answering }: PaletteData, words: Words): readonly PaletteEntry[] =>
  answering.flatMap(({ cluster, kinds }) =>
    kinds.map((kind) => ({
      id: `kind-${cluster.id}-${kind.name}`,
      group: "places" as const,
      label: kind.label,
      icon: Table,
      tag: cluster.name,
      ...(kind.group === "custom" ? { consequence: kind.apiVersion } : {}),
      keywords: [kind.kind, kind.name, ...words.placeToo],
      act: to(kindHref(cluster.id, kind.name)),
    })),
  );

const clusterEntries = ({ clusters }: PaletteData, words: Words): readonly PaletteEntry[] =>
  clusters.map((cluster) => ({
    id: `cluster-${cluster.id}`,
    group: "clusters",
    label: cluster.name,
    icon: Boxes,
    tag: words.cluster,
    keywords: words.placeToo,
    act: to(clusterPlace(cluster)),
  }));

const hostEntries = ({ hosts }: PaletteData, words: Words): readonly PaletteEntry[] =>
  hosts.map((host) => ({
    id: `host-${host.id}`,
    group: "hosts",
    label: host.name,
    icon: Server,
    tag: words.host,
    detail: host.address,
    keywords: [host.address, ...words.placeToo],
    act: to(`${PLACES.hosts}?host=${encodeURIComponent(host.id)}`),
  }));

const jobEntries = ({ jobs }: PaletteData, words: Words): readonly PaletteEntry[] =>
  jobs.map((job) => ({
    id: `job-${job.id}`,
    group: "jobs",
    label: job.title,
    icon: ListChecks,
    tag: words.job(job.number),
    keywords: [job.clusterName ?? "", job.state, ...words.placeToo],
    act: to(jobHref(job.id)),
  }));

const recentEntries = (
  recent: readonly RecentObject[],
  { clusters }: PaletteData,
): readonly PaletteEntry[] =>
  recent.flatMap((object) => {
    const cluster = clusters.find(({ id }) => id === object.clusterId);
    if (cluster === undefined) return [];
    const { kind, namespace, name } = object;
    return {
      id: `recent-${cluster.id}-${kind}-${namespace}-${name}`,
      group: "recent" as const,
      label: name,
      icon: kind === "Node" ? Box : History,
      tag: kind,
      detail: [namespace, cluster.name].filter(Boolean).join(" · "),
      act: to(objectHref(cluster.id, object)),
    };
  });
