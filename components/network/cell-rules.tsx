"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { useFormat } from "@/components/hooks/use-format";
import { CodeBlock } from "@/components/ui/code-block";
import { Skeleton } from "@/components/ui/skeleton";
import type { Origin } from "@/lib/schemas/site-origin";
import type { SiteRuleRow } from "@/lib/schemas/site-view-row";
import type { MatrixField } from "./matrix-model";
import { useSiteEditor } from "./site-editor";
import { useSiteRules } from "./use-site";

/** The same rules on several hosts, shown once. */
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
  const found = grouped(hosts, field);
  return (
    <>
      {found.map(({ text, hosts: names, packets }) => (
        <section key={text} className="min-w-0">
          <h3 className="mb-1 flex gap-2 text-2xs font-[550] text-muted">
            {words.rule(names)}
            {packets !== null && (
              <span className="num ml-auto font-meta">{words.packets(format.number(packets))}</span>
            )}
          </h3>
          <CodeBlock text={text} what={words.rule(names)} copy={false} />
        </section>
      ))}
    </>
  );
}

const decides = (origin: Origin, { from, to, cell }: MatrixField): boolean =>
  (origin.kind === "cell" &&
    cell !== null &&
    origin.cell.from === cell.from &&
    origin.cell.to === cell.to) ||
  (origin.kind === "no-cell" && origin.from === from && origin.to === to);

interface Host {
  readonly name: string;
  readonly rules: readonly (SiteRuleRow & { readonly packets?: number | null })[];
}

/** What decides on each host, without the jumps that lead there; its counters add up. */
function grouped(hosts: readonly Host[], field: MatrixField): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { name, rules } of hosts) {
    const own = rules.filter(
      ({ origin, text }) => decides(origin, field) && !/\bgoto \S+$/.test(text),
    );
    if (own.length === 0) continue;
    const text = [...new Set(own.map((rule) => rule.text))].join("\n");
    const known = found.get(text) ?? { text, hosts: [], packets: null };
    const counted = own.flatMap(({ packets }) => packets ?? []);
    const sum = counted.reduce((all, one) => all + one, known.packets ?? 0);
    found.set(text, {
      text,
      hosts: [...known.hosts, name],
      packets: counted.length === 0 ? known.packets : sum,
    });
  }
  return [...found.values()];
}
