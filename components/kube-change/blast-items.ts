import {
  Boxes,
  Globe,
  HardDrive,
  Layers,
  Network,
  RotateCcw,
  Scaling,
  type LucideIcon,
} from "lucide-react";
import type { Consequence } from "@/components/ui/takes-with-it";
import type { Messages } from "@/lib/i18n/catalogue";
import type { BlastCode, BlastItem, BlastRadius, BlastVerdict } from "@/lib/schemas/kube-blast";

const ICONS = {
  pods: Boxes,
  owned: Layers,
  services: Network,
  hosts: Globe,
  claims: HardDrive,
  volumes: HardDrive,
  users: Boxes,
  autoscalers: Scaling,
  objects: Layers,
  instances: Layers,
  "comes-back": RotateCcw,
} satisfies Record<BlastCode, LucideIcon>;

const TONES = {
  goes: "warn",
  stays: "ok",
  breaks: "danger",
  lost: "danger",
} satisfies Record<BlastVerdict, Consequence["tone"]>;

/** What a deletion takes with it, in words. */
export const blastConsequences = (
  { items }: Pick<BlastRadius, "items">,
  words: Messages["changes"]["delete"],
): readonly Consequence[] => items.map((item) => consequenceOf(item, words));

const consequenceOf = (item: BlastItem, words: Messages["changes"]["delete"]): Consequence => ({
  icon: ICONS[item.code],
  title: words.items[item.code](item),
  detail: words.andMore(item.names, item.count),
  verdict: words.verdicts[item.verdict],
  tone: TONES[item.verdict],
});
