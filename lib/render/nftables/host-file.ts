import type { NftRuleset } from "./ruleset";
import { rulesetFile, TABLE } from "./ruleset-file";

/** A network that a host does not stand in itself, and the firewall that is one step nearer to it. */
export interface Route {
  readonly network: string;
  readonly via: string;
}

interface HostRules {
  readonly ruleset: NftRuleset;
  /** Whether packets pass through this host. */
  readonly forwards: boolean;
  readonly routes: readonly { readonly network: string; readonly via: string }[];
}

/**
 * All that a host's part of the policy is, in one file, so that it changes and goes back as one: the rules for nft, and
 * in comments, which nft skips, forwarding and routes for the program beside it.
 */
export const hostFile = ({ ruleset, forwards, routes }: HostRules): string =>
  [
    ...(forwards ? ["#: forward"] : []),
    ...routes.map(({ network, via }) => `#: route ${network} via ${via}`),
    rulesetFile(ruleset),
  ].join("\n");

/** A host without any rules of the panel's: what taking a site off tries first. */
export const noRules = (): string =>
  `# Written by Gandalf.\nadd table ${TABLE}\ndelete table ${TABLE}\n`;
