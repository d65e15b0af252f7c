"use client";
import { LoaderCircle, Search, TriangleAlert, X } from "lucide-react";
import { useId, type KeyboardEvent } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { setOverlay } from "./overlay-state";
import type { PaletteEntry } from "./palette-entries";
import type { PaletteSection } from "./palette-local";
import { PaletteOption } from "./palette-option";
import { useChosen } from "./use-chosen";

interface BoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly words: readonly string[];
  readonly sections: readonly PaletteSection[];
  /** Clusters whose answer is on its way. */
  readonly searching: readonly string[];
  /** What keeps the results from being all of them. */
  readonly remarks: readonly string[];
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** A field and the list under it: the keyboard stays in the field, the chosen line is told to screen readers. */
export function PaletteBox(props: BoxProps) {
  const { text, words, sections, searching, onChoose } = props;
  const m = useBaseMessages();
  const id = useId();
  const entries = sections.flatMap((section) => section.entries);
  const { chosen, choose, onKeyDown } = useChosen({ entries, query: text, onOpen: onChoose });
  const optionId = (entry: PaletteEntry) => `${id}-${entry.id}`;
  return (
    <>
      <Head {...props} listId={id} chosenId={chosen && optionId(chosen)} onKeyDown={onKeyDown} />
      <div
        id={id}
        role="listbox"
        aria-label={m.shell.find.results}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5"
      >
        {sections.map((section) => (
          <div key={section.id} role="group" aria-label={section.heading}>
            <div aria-hidden className="truncate px-2 pt-2 pb-1 text-2xs font-[550] text-muted">
              {section.heading}
            </div>
            {section.entries.map((entry) => (
              <PaletteOption
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                words={words}
                chosen={entry.id === chosen?.id}
                onPoint={() => choose(entry.id)}
                onOpen={() => onChoose(entry)}
              />
            ))}
          </div>
        ))}
        {entries.length === 0 && searching.length === 0 && (
          <p className="px-2 py-6 text-center text-sm text-muted">{m.shell.nothingFound}</p>
        )}
      </div>
      <Foot {...props} count={entries.length} />
    </>
  );
}

function Head(
  props: BoxProps & {
    listId: string;
    chosenId: string | undefined;
    onKeyDown: (event: KeyboardEvent) => void;
  },
) {
  const m = useBaseMessages();
  return (
    <div className="flex h-12 flex-none items-center gap-2.5 border-b border-line px-3.5 max-sm:h-14">
      <Icon of={Search} className="text-muted" />
      <input
        data-no-ring
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-label={m.shell.palette}
        aria-controls={props.listId}
        aria-activedescendant={props.chosenId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={m.shell.find.placeholder}
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={props.onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-[15px] outline-none"
      />
      <span className="max-sm:hidden">
        <Kbd>Esc</Kbd>
      </span>
      <span className="sm:hidden">
        <IconButton icon={X} label={m.ui.close} onClick={() => setOverlay(null)} />
      </span>
    </div>
  );
}

/** Who is still asked, what is missing, and (for screen readers) how many lines there are. */
function Foot(props: BoxProps & { count: number }) {
  const { searching, remarks, count } = props;
  const { find } = useBaseMessages().shell;
  const busy = searching.length > 0;
  return (
    <div className="flex-none border-t border-line px-3.5 py-2 text-xs text-muted">
      <p role="status" className="num flex items-center gap-1.5">
        {busy && <Icon of={LoaderCircle} size={13} turns />}
        {busy ? find.searching(searching) : find.count(count)}
        <span className="ml-auto flex items-center gap-1 max-sm:hidden" aria-hidden>
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> {find.keys.move} · <Kbd>Enter</Kbd> {find.keys.open}
        </span>
      </p>
      {remarks.map((remark) => (
        <p key={remark} className="mt-1 flex items-start gap-1.5 break-words text-warn">
          <Icon of={TriangleAlert} size={13} className="mt-0.5" />
          <span className="min-w-0">{remark}</span>
        </p>
      ))}
    </div>
  );
}
