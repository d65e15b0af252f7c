import { ask } from "@/lib/provision/fact";
import { presence } from "@/lib/provision/facts/presence";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { removePaths } from "./remove-paths";

export interface PathsGoneInput {
  /** Files and folders, absolute. Folders go with all that is in them. */
  readonly paths: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** Removes files and folders of the panel's own. */
export const pathsGoneStep = defineStep({
  id: "paths-gone",
  typicalMs: 100,
  label: ({ what }: PathsGoneInput) => what,
  title: ({ what }: PathsGoneInput) => `Remove ${what}`,
  why: ({ why }: PathsGoneInput) => why,
  needs: ({ paths }: PathsGoneInput) => ({ found: ask(presence, { paths }) }),
  decide: (_, { found }) => {
    if (found.length === 0) return inSync("nothing left");
    return change(`remove ${found.join(", ")}`, removePaths(found));
  },
});
