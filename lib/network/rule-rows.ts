import type { Ruleset } from "@/lib/network/compile/rule";
import { ruleText } from "@/lib/render/nftables/ruleset-file";
import type { SiteRuleRow } from "@/lib/schemas/site-view-row";

/** A host's rules in the order in which packets meet them, each with what it comes from. */
export const ruleRows = ({ chains }: Ruleset): readonly SiteRuleRow[] =>
  chains.flatMap(({ name: chain, rules }) =>
    rules.map((rule) => ({
      ...{ chain, counter: rule.counter, origin: rule.origin },
      text: ruleText(rule),
    })),
  );
