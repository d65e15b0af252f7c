import { Boxes, FileX, Globe, Shield, UserX } from "lucide-react";
import type { Consequence } from "@/components/ui/takes-with-it";
import type { Messages } from "@/lib/i18n/catalogue";
import type { DrainPreview, DrainSite } from "@/lib/schemas/kube-drain";

type Words = Messages["changes"]["drain"];

const NAMES_SHOWN = 4;

const named = (pods: DrainPreview["pods"]): string => {
  const names = pods.slice(0, NAMES_SHOWN).map(({ namespace, name }) => `${namespace}/${name}`);
  const more = pods.length - names.length;
  return more > 0 ? `${names.join(", ")} +${more}` : names.join(", ");
};

/** What a drain does, in words: pods, budgets, files, sites. */
export function drainConsequences(preview: DrainPreview, words: Words): readonly Consequence[] {
  const { pods, budgets, sites, otherNodes, staying } = preview;
  const nowhere = otherNodes === 0 && pods.length > 0;
  const bare = pods.filter((pod) => pod.bare);
  const files = pods.filter((pod) => pod.emptyDir);
  return [
    {
      icon: Boxes,
      title: words.pods(pods.length),
      detail: words.podsDetail(otherNodes, staying),
      verdict: nowhere ? words.nowhere : words.fine,
      tone: nowhere ? "danger" : "ok",
    },
    ...budgets
      .filter(({ allowed }) => allowed === 0)
      .map(({ namespace, name, pods: under }): Consequence => ({
        icon: Shield,
        title: words.budget(`${namespace}/${name}`),
        detail: words.budgetDetail(under),
        verdict: words.waits,
        tone: "warn",
      })),
    ...(bare.length === 0
      ? []
      : [lost({ icon: UserX, title: words.bare(bare.length), detail: named(bare) }, words)]),
    ...(files.length === 0
      ? []
      : [lost({ icon: FileX, title: words.emptyDir(files.length), detail: named(files) }, words)]),
    ...sites.map((site) => siteOf(site, words)),
  ];
}

const lost = (item: Pick<Consequence, "icon" | "title" | "detail">, words: Words): Consequence => ({
  ...item,
  verdict: words.lost,
  tone: "danger",
});

function siteOf({ host, elsewhere, pinned }: DrainSite, words: Words): Consequence {
  if (pinned)
    return {
      icon: Globe,
      title: words.sitePinned(host),
      detail: words.sitePinnedDetail,
      verdict: words.staysDown,
      tone: "danger",
    };
  if (elsewhere === 0)
    return {
      icon: Globe,
      title: words.siteDown(host),
      detail: words.siteShort,
      verdict: words.down,
      tone: "warn",
    };
  return {
    icon: Globe,
    title: words.siteUp(host),
    detail: words.siteUpDetail(elsewhere),
    verdict: words.fine,
    tone: "ok",
  };
}

/** Whether something is lost that nobody can bring back, or a site goes down with the node. */
export const losesSomething = ({ pods, sites }: DrainPreview): boolean =>
  pods.some(({ bare }) => bare) || sites.some(({ pinned }) => pinned);
