import { ask } from "@/lib/provision/fact";
import { packagesState } from "@/lib/provision/facts/packages";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { installPackages } from "./install-packages";

export interface PackagesInput {
  readonly names: readonly string[];
  /** What they are for, as a sentence. */
  readonly why: string;
}

/** Package lists older than this may name files that the mirror no longer has. */
const LISTS_MAX_AGE_SECONDS = 86_400;

/** Installs Debian packages. */
export const packagesStep = defineStep({
  id: "packages",
  typicalMs: 5_000,
  label: ({ names }: PackagesInput) => names.join(", "),
  title: ({ names }: PackagesInput) => `Install ${names.join(", ")}`,
  why: ({ why }: PackagesInput) => why,
  needs: ({ names }: PackagesInput) => ({ apt: ask(packagesState, { names }) }),
  decide: ({ names }, { apt }) => {
    const missing = names.filter((name) => (apt.versions[name] ?? null) === null);
    if (missing.length === 0)
      return inSync(names.map((name) => `${name} ${apt.versions[name] ?? ""}`).join(", "));
    const fresh = apt.listsAgeSeconds !== null && apt.listsAgeSeconds < LISTS_MAX_AGE_SECONDS;
    const wait = apt.lockHolder === null ? "" : `, once process ${apt.lockHolder} lets go of apt`;
    return change(
      `install ${missing.join(", ")}${wait}`,
      installPackages(missing, fresh ? "fresh" : "old"),
    );
  },
});
