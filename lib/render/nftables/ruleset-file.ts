import type { NftChain, NftRule, NftRuleset, NftSet } from "./ruleset";

/** The panel's own table. k3s keeps its rules in others, which are never touched. */
export const TABLE = "inet gandalf";

/**
 * A file for `nft -f`, which takes it as one transaction: the table as it was goes, the new one comes, and
 * no packet meets anything between. `add` before `delete` so that it also works when there was none.
 */
export function rulesetFile(ruleset: NftRuleset): string {
  const counters = ruleset.chains.flatMap(({ rules }) => rules.map(({ counter }) => counter));
  const names = [...new Set(counters.filter((name) => name !== null))].sort();
  return [
    "# Written by Gandalf. Changes made here are lost; make them on the network's page.",
    `add table ${TABLE}`,
    `delete table ${TABLE}`,
    `table ${TABLE} {`,
    ...names.map((name) => `  counter ${name} {}`),
    ...ruleset.sets.flatMap(setLines),
    // Chains that are jumped to come before those that jump: nft reads once.
    ...[...ruleset.chains].reverse().flatMap(chainLines),
    "}",
    "",
  ].join("\n");
}

function setLines({ name, type, flags, elements }: NftSet): readonly string[] {
  return [
    `  set ${name} {`,
    `    type ${type}`,
    ...(flags.length === 0 ? [] : [`    flags ${flags.join(", ")}`]),
    ...(flags.includes("dynamic") ? ["    size 65535", "    timeout 5m"] : []),
    ...(elements.length === 0 ? [] : [`    elements = { ${elements.join(", ")} }`]),
    "  }",
  ];
}

const chainLines = ({ name, base, rules }: NftChain): readonly string[] => [
  `  chain ${name} {`,
  ...(base === null ? [] : [`    ${base}`]),
  ...rules.map((rule) => `    ${ruleText(rule)}`),
  "  }",
];

/** One rule as nft reads it: "ip saddr @zone_home4 tcp dport { 22 } counter name home_dmz.ssh accept". */
export const ruleText = ({ match, counter, verdict }: NftRule): string =>
  [...match, ...(counter === null ? [] : [`counter name "${counter}"`]), verdict].join(" ");
