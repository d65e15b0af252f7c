import { siteSpec, type SiteSpec, type SiteSpecInput } from "@/lib/schemas/site";

/** Where in the policy something stands: ["forwards", 2]. */
export type SpecPath = readonly (string | number)[];

/** A policy that may be kept, or what is wrong with it. */
export type Checked =
  | { readonly ok: true; readonly spec: SiteSpec }
  | {
      readonly ok: false;
      /** Path below the edited part ("toPort", "from.0") → what is wrong with it. "": with all of it. */
      readonly fields: Readonly<Record<string, string>>;
      /** What is wrong elsewhere because of the edit. */
      readonly elsewhere: string | null;
    };

/** Reads a whole policy with one part of it edited, by the schema that the panel reads it by. */
export function checkSpec(input: SiteSpecInput, at: SpecPath): Checked {
  const read = siteSpec.safeParse(input);
  if (read.success) return { ok: true, spec: read.data };
  const under = (path: readonly PropertyKey[]) =>
    at.every((part, i) => String(path[i] ?? "") === String(part));
  const here = read.error.issues.filter(({ path }) => under(path));
  const elsewhere = read.error.issues.find(({ path }) => !under(path));
  return {
    ok: false,
    fields: messagesBelow(here, at.length),
    elsewhere: elsewhere?.message ?? null,
  };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Path below a part → the first thing that is wrong there. */
export function messagesBelow(
  issues: readonly Issue[],
  depth: number,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { path, message } of issues)
    found[path.slice(depth).map(String).join(".")] ??= message;
  return found;
}
