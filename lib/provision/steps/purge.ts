import { ask } from "@/lib/provision/fact";
import { packagesMatching } from "@/lib/provision/facts/package-patterns";
import { presence } from "@/lib/provision/facts/presence";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { purgePackages } from "./install-packages";
import { removePaths } from "./remove-paths";

export interface PurgeInput {
  /** As of dpkg-query: "haproxy", "mariadb-server*". */
  readonly patterns: readonly string[];
  /** What the packages leave behind. */
  readonly paths: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** Removes packages with their settings and data. */
export const purgeStep = defineStep({
  id: "purge",
  typicalMs: 6_000,
  label: ({ what }: PurgeInput) => `purge ${what}`,
  title: ({ what }: PurgeInput) => `Remove ${what} with its settings`,
  why: ({ why }: PurgeInput) => why,
  needs: ({ patterns, paths }: PurgeInput) => ({
    packages: ask(packagesMatching, { patterns }),
    paths: ask(presence, { paths }),
  }),
  decide: ({ what }, found) => {
    const actions: Action[] = [];
    if (found.packages.length > 0) actions.push(purgePackages(found.packages));
    if (found.paths.length > 0) actions.push(removePaths(found.paths));
    const [first, ...rest] = actions;
    if (first === undefined) return inSync(`nothing of ${what} is there`);
    return change(`remove ${[...found.packages, ...found.paths].join(", ")}`, first, ...rest);
  },
});
