"use client";
import type { ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";

/** What several sides say of the same fields, beside each other. */
export function SidesTable(props: {
  heads: readonly string[];
  rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}) {
  const { heads, rows } = props;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-muted">
          <tr>
            {heads.map((head) => (
              <th key={head} className="py-1 pr-4 font-label">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id} className="border-t border-line align-top">
              {cells.map((cell, at) => (
                <td key={heads[at]} className="py-1.5 pr-4">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One side's value as YAML; null: the field is not there. */
export function SideValue(props: { text: string | null }) {
  const words = useMessages().changes.yaml;
  if (props.text === null) return <span className="text-muted">{words.absent}</span>;
  return <pre className="font-mono text-xs break-all whitespace-pre-wrap">{props.text}</pre>;
}
