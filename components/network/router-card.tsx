"use client";
import { Router } from "lucide-react";
import { useHosts } from "@/components/host/use-hosts";
import { useMessages } from "@/components/hooks/use-messages";
import { Card, CardHead } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { routerRows } from "./router-rows";
import { useSiteEditor } from "./site-editor";

/** What to enter in the router's own page, line by line. */
export function RouterCard() {
  const { site, spec } = useSiteEditor();
  const words = useMessages().network.router;
  const hosts = useHosts().data;
  const rows = routerRows({ spec, site, hosts });
  const text = rows
    .map(({ protocol, outside, to, inside }) =>
      [protocol.toUpperCase(), outside, to.address ?? to.name, inside].join("\t"),
    )
    .join("\n");
  return (
    <Card className="mt-5" aria-label={words.title}>
      <CardHead
        title={
          <span className="flex items-center gap-2">
            <Icon of={Router} className="text-muted" />
            {words.title}
          </span>
        }
        end={rows.length > 0 && <CopyButton text={text} what={words.title} />}
      />
      <p className="max-w-[80ch] px-4 pb-3 text-sm text-muted">
        {rows.length === 0 ? words.none : words.body}
      </p>
      {rows.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
          <table className="w-full text-sm">
            <thead>
              <tr className="h-8 bg-sunken text-left text-xs text-muted [&>th]:px-4 [&>th]:font-label">
                <th scope="col">{words.protocol}</th>
                <th scope="col">{words.outside}</th>
                <th scope="col">{words.address}</th>
                <th scope="col">{words.inside}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={`${row.protocol} ${row.outside}`}
                  className="num h-9 border-t border-line [&>td]:px-4 [&>td]:whitespace-nowrap"
                >
                  <td>{row.protocol.toUpperCase()}</td>
                  <td>{row.outside}</td>
                  <td>
                    {row.to.address ?? words.unknown(row.to.name)}{" "}
                    {row.to.address !== null && row.to.name !== row.to.address && (
                      <span className="text-muted">{row.to.name}</span>
                    )}
                  </td>
                  <td>{row.inside}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
