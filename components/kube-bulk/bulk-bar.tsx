"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { BulkWish } from "@/lib/kube-bulk/wishes";
import { MAX_BULK } from "@/lib/schemas/kube-bulk";

/** Buttons beside each other; the rest stand in a menu. */
const MOST_BUTTONS = 3;

interface BarProps {
  readonly selected: number;
  readonly gone: number;
  /** Objects that match the list's filters, on all pages. */
  readonly total: number;
  /** Every row of this page is selected. */
  readonly pageSelected: boolean;
  /** What can be done to each of them is known. */
  readonly ready: boolean;
  readonly wishes: readonly BulkWish[];
  readonly selecting: boolean;
  readonly onWish: (wish: BulkWish) => void;
  readonly onSelectMatching: () => void;
  readonly onClear: () => void;
}

/** What can be done to all selected objects, how to select the rest of them, and how to let go of them. */
export function BulkBar(props: BarProps) {
  const words = useMessages().changes.bulk;
  return (
    <span
      role="group"
      aria-label={words.label}
      className="flex flex-wrap items-center gap-1.5 text-text"
    >
      {props.gone > 0 && (
        <span role="status" className="text-muted">
          {words.gone(props.gone)}
        </span>
      )}
      <Wishes {...props} />
      <TheRest {...props} />
      <Button size="sm" look="ghost" onClick={props.onClear}>
        {words.clear}
      </Button>
    </span>
  );
}

function Wishes({ wishes, ready, onWish }: BarProps) {
  const words = useMessages().changes.bulk;
  const first = wishes.length > MOST_BUTTONS + 1 ? wishes.slice(0, MOST_BUTTONS) : wishes;
  const rest = wishes.slice(first.length);
  if (ready && wishes.length === 0)
    return <span className="text-muted">{words.nothingCommon}</span>;
  return (
    <>
      {first.map((wish) => (
        <Button
          key={wish}
          size="sm"
          look={wish === "delete" ? "warn" : "secondary"}
          disabled={!ready}
          onClick={() => onWish(wish)}
        >
          {words.words[wish].button}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu
          align="start"
          label={words.more}
          items={rest.map((wish) => ({
            id: wish,
            label: words.words[wish].button,
            danger: wish === "delete",
            disabled: !ready,
            act: () => onWish(wish),
          }))}
        />
      )}
    </>
  );
}

/** Those on other pages, as far as one action goes. */
function TheRest({ selected, total, pageSelected, selecting, onSelectMatching }: BarProps) {
  const words = useMessages().changes.bulk;
  if (selected === MAX_BULK && total > MAX_BULK)
    return <span className="text-muted">{words.firstOf(MAX_BULK, total)}</span>;
  if (!pageSelected || total <= selected) return null;
  return (
    <Button size="sm" look="ghost" busy={selecting} onClick={onSelectMatching}>
      {total > MAX_BULK ? words.selectFirst(MAX_BULK, total) : words.selectMatching(total)}
    </Button>
  );
}
