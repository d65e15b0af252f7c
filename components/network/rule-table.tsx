"use client";
import { useState } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { cx } from "@/components/ui/cx";
import { Segmented } from "@/components/ui/segmented";
import type { SiteLiveRule } from "@/lib/schemas/site-view-row";
import { OriginWords } from "./origin-words";

const isDrop = ({ text }: SiteLiveRule) => /\bdrop$/.test(text);

/** Rules chain by chain, in the order the kernel asks them; the text scrolls sideways in its frame. */
export function RuleTable(props: { rules: readonly SiteLiveRule[] }) {
  const words = useMessages().network.rules;
  const [isDropsOnly, setDropsOnly] = useState(false);
  const drops = props.rules.filter(isDrop);
  const shown = isDropsOnly ? drops : props.rules;
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4 py-2">
        <Segmented
          label={words.which}
          value={isDropsOnly ? "drops" : "all"}
          onChange={(id) => setDropsOnly(id === "drops")}
          segments={[
            { id: "all", label: words.all(props.rules.length) },
            { id: "drops", label: words.drops(drops.length) },
          ]}
        />
      </div>
      <div
        className="max-h-[70dvh] overflow-auto"
        tabIndex={0}
        role="region"
        aria-label={words.which}
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <thead className="sticky top-0 z-[1]">
            <tr className="h-8 bg-sunken text-left text-xs text-muted [&>th]:border-b [&>th]:border-line [&>th]:px-4 [&>th]:font-label">
              <th scope="col">{words.chain}</th>
              <th scope="col">{words.rule}</th>
              <th scope="col">{words.origin}</th>
              <th scope="col" className="text-right">
                {words.packets}
              </th>
              <th scope="col" className="text-right">
                {words.bytes}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule, at) => (
              <RuleRow key={at} rule={rule} isFirst={shown[at - 1]?.chain !== rule.chain} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RuleRow(props: { rule: SiteLiveRule; isFirst: boolean }) {
  const { rule, isFirst } = props;
  const format = useFormat();
  return (
    <tr
      className={cx(
        "h-9 [&>td]:px-4 [&>td]:py-1.5 [&>td]:align-top",
        isFirst ? "[&>td]:border-t [&>td]:border-line" : "",
      )}
    >
      <td className="text-xs whitespace-nowrap text-muted">{isFirst && rule.chain}</td>
      <td>
        <code
          className={cx("text-xs whitespace-pre-wrap", isDrop(rule) ? "text-danger" : "text-text")}
        >
          {rule.text}
        </code>
      </td>
      <td className="min-w-56 text-xs">
        <OriginWords origin={rule.origin} />
      </td>
      <td className="num text-right whitespace-nowrap">
        {rule.packets !== null && format.number(rule.packets)}
      </td>
      <td className="num text-right whitespace-nowrap text-muted">
        {rule.bytes !== null && format.bytes(rule.bytes)}
      </td>
    </tr>
  );
}
