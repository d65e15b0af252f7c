import { ask } from "@/lib/provision/fact";
import { links, type LinkState } from "@/lib/provision/facts/links";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";

export interface LinksInput {
  readonly target: string;
  readonly paths: readonly string[];
}

const LINK = `t=$1; shift; for p; do ln -sfn -- "$t" "$p" || exit 1; done`;

const isOwn = (state: LinkState | undefined): boolean => state === "other";

/** Makes commands available under their usual names. Somebody's own program of that name stays. */
export const linksStep = defineStep({
  id: "links",
  typicalMs: 50,
  label: (_: LinksInput) => "links",
  title: ({ paths, target }: LinksInput) => `Link ${paths.join(", ")} to ${target}`,
  why: () =>
    "kubectl, crictl and ctr are part of k3s: with these links they work as usual on the host.",
  needs: ({ paths }: LinksInput) => ({ found: ask(links, { paths }) }),
  decide: ({ target, paths }, { found }) => {
    const own = paths.filter((path) => isOwn(found[path]));
    const missing = paths.filter((path) => {
      const state = found[path] ?? null;
      return state !== "other" && state?.target !== target;
    });
    if (missing.length === 0)
      return inSync(own.length === 0 ? "all in place" : `${own.join(", ")} left as found`);
    return change(`link ${missing.join(", ")}`, {
      kind: "run",
      argv: script(LINK, target, ...missing),
      timeoutMs: 10_000,
      why: "make the commands available",
    });
  },
});
