"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { useFormat } from "@/components/hooks/use-format";
import { CodeBlock } from "@/components/ui/code-block";
import { Skeleton } from "@/components/ui/skeleton";
import type { Origin } from "@/lib/network/origin";
import type { MatrixField } from "./matrix-model";
import { useSiteEditor } from "./site-editor";
import { useSiteRules } from "./use-site";

const SHOWN = 4;

interface Found {
  readonly text: string;
  readonly hosts: readonly string[];
  readonly packets: number | null;
}

/** The rules that a field becomes, and the hosts that have them. Of a draft: those it would become. */
export function CellRules({ field }: { field: MatrixField }) {
  const { site, check } = useSiteEditor();
  const words = useMessages().network.cell;
  const format = useFormat();
  const stored = useSiteRules(site.id);
  const hosts = check?.hosts ?? stored.data?.hosts;
  if (hosts === undefined) return stored.error ? null : <Skeleton className="w-40" />;
  const found = grouped(
    hosts.flatMap(({ name, rules }) =>
      rules
        .filter(({ origin }) => decides(origin, field))
        .map((rule) => ({
          name,
          text: rule.text,
          packets: "packets" in rule && typeof rule.packets === "number" ? rule.packets : null,
        })),
    ),
  );
  if (found.length === 0) return null;
  return (
    <section className="grid gap-2">
      {found.slice(0, SHOWN).map(({ text, hosts: names, packets }) => (
        <div key={text}>
          <h3 className="mb-1 flex gap-2 text-2xs font-[550] text-muted">
            {words.rule(names)}
            {packets !== null && (
              <span className="num ml-auto font-meta">{words.packets(format.number(packets))}</span>
            )}
          </h3>
          <CodeBlock text={text} what={words.rule(names)} copy={false} />
        </div>
      ))}
      {found.length > SHOWN && (
        <p className="text-xs text-muted">{words.moreRules(found.length - SHOWN)}</p>
      )}
    </section>
  );
}

const decides = (origin: Origin, { from, to, cell }: MatrixField): boolean =>
  (origin.kind === "cell" &&
    cell !== null &&
    origin.cell.from === cell.from &&
    origin.cell.to === cell.to) ||
  (origin.kind === "no-cell" && origin.from === from && origin.to === to);

/** The same rule on many hosts is one; its counters add up. */
function grouped(
  rules: readonly {
    readonly name: string;
    readonly text: string;
    readonly packets: number | null;
  }[],
): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { name, text, packets } of rules) {
    const known = found.get(text) ?? { text, hosts: [], packets: null };
    found.set(text, {
      text,
      hosts: known.hosts.includes(name) ? known.hosts : [...known.hosts, name],
      packets: packets === null ? known.packets : (known.packets ?? 0) + packets,
    });
  }
  return [...found.values()];
}
