import type { SiteSpec } from "@/lib/schemas/site";

type Part = keyof SiteSpec;

/** One thing that two policies differ in. `name` is how people call it: "home → dmz", "443/tcp". */
export interface PolicyChange {
  readonly part: Part;
  readonly name: string;
  readonly how: "added" | "changed" | "removed" | "moved";
}

/** What an element is called; a firewall is called by its host. */
type NameOf<P extends Part> = (element: SiteSpec[P][number], index: number) => string;

const NAMES: { readonly [P in Part]: NameOf<P> } = {
  zones: ({ name }) => name,
  services: ({ name }) => name,
  cells: ({ from, to }) => `${from} → ${to}`,
  exceptions: ({ reason }) => reason,
  forwards: ({ port, protocol }) => `${port}/${protocol}`,
  masquerade: (zone) => zone,
  firewalls: ({ hostId }) => hostId,
};

const PARTS = Object.keys(NAMES) as readonly Part[];

/** What has to be done to the first policy to get the second. Empty: they say the same. */
export const policyChanges = (before: SiteSpec, after: SiteSpec): readonly PolicyChange[] =>
  PARTS.flatMap((part) => changesOf(part, before, after));

function changesOf<P extends Part>(
  part: P,
  before: SiteSpec,
  after: SiteSpec,
): readonly PolicyChange[] {
  const name = NAMES[part];
  const listed = (of: SiteSpec) =>
    (of[part] as readonly SiteSpec[P][number][]).map(
      (element, i) => [name(element, i), JSON.stringify(element)] as const,
    );
  const [was, is] = [listed(before), listed(after)];
  const [old, now] = [new Map(was), new Map(is)];
  const found: readonly PolicyChange[] = [
    ...is
      .filter(([key, text]) => old.get(key) !== text)
      .map(([key]) => ({
        part,
        name: key,
        how: old.has(key) ? ("changed" as const) : ("added" as const),
      })),
    ...was
      .filter(([key]) => !now.has(key))
      .map(([key]) => ({ part, name: key, how: "removed" as const })),
  ];
  if (found.length > 0 || same(was, is)) return found;
  return [{ part, name: is[0]?.[0] ?? "", how: "moved" }];
}

const same = (a: readonly unknown[], b: readonly unknown[]) =>
  JSON.stringify(a) === JSON.stringify(b);
