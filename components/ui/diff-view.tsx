"use client";
import { useMemo, useState, type ReactNode } from "react";
import { useMedia } from "@/components/hooks/use-media";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { diffText } from "@/lib/format/diff";
import { foldDiff, type DiffBlock } from "@/lib/format/diff-fold";
import { CopyButton } from "./copy-button";
import { cx } from "./cx";
import { SideLines, UnifiedLines } from "./diff-lines";
import { Segmented } from "./segmented";

const FOLD = { context: 3, longestRun: 120 };

/** What turns one text into another; nothing differs is said in words. Side by side from 1180 px. */
export function DiffView(props: {
  before: string;
  after: string;
  /** The file, for copy and screen readers. */
  name: string;
  /** Over the difference at the left: path, mode, owner. */
  head?: ReactNode;
  className?: string;
}) {
  const { before, after, name, head, className } = props;
  const words = useBaseMessages().ui.diff;
  const [layout, setLayout] = useState<"unified" | "sides">("unified");
  const wide = useMedia("(min-width: 1180px)");
  const diff = useMemo(() => diffText(before, after), [before, after]);
  const blocks = useMemo(() => foldDiff(diff.lines, FOLD), [diff]);
  return (
    <div className={cx("min-w-0", className)}>
      <div className="mb-2 flex items-center gap-2 text-xs text-muted">
        <div className="min-w-0 flex-1">{head}</div>
        {wide && (
          <Segmented
            label={words.layout}
            value={layout}
            onChange={setLayout}
            segments={[
              { id: "unified", label: words.unified },
              { id: "sides", label: words.sideBySide },
            ]}
          />
        )}
        <CopyButton text={after} what={name} />
      </div>
      {diff.added + diff.removed === 0 ? (
        <p className="rounded-md border border-line bg-sunken px-3 py-2 text-sm text-muted">
          {words.same}
        </p>
      ) : (
        <div
          role="region"
          tabIndex={0}
          aria-label={words.label(name)}
          className="overflow-x-auto rounded-md border border-line bg-sunken font-mono text-xs leading-[19px]"
        >
          <div className={cx("w-max min-w-full py-1.5", wide && layout === "sides" && "w-full")}>
            {blocks.map((block, index) => (
              <Block key={index} block={block} sides={wide && layout === "sides"} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function Block(props: { block: DiffBlock; sides: boolean }) {
  const { block, sides } = props;
  const [open, setOpen] = useState(false);
  const words = useBaseMessages().ui.diff;
  if (block.kind === "lines" || open)
    return sides ? <SideLines lines={block.lines} /> : <UnifiedLines lines={block.lines} />;
  const count = block.lines.length;
  const label = {
    same: words.unchanged(count),
    add: words.moreAdded(count),
    del: words.moreRemoved(count),
  }[block.of];
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="sticky left-0 block w-full bg-info-tint py-px pl-[86px] text-left text-info hover:underline"
    >
      @@ {label}
    </button>
  );
}
