"use client";
import { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { editorExtensions, markLines, replaceText, type Mark } from "./editor-setup";
import { fieldSource, type AskFields } from "./field-completion";

export interface YamlEditorProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  /** Lines and what is wrong there, from the last try. */
  readonly marks: readonly Mark[];
  readonly askFields: AskFields;
  readonly className?: string;
}

/** A YAML editor. It holds its own text and tells of changes; another `value` replaces it. */
export function YamlEditor(props: YamlEditorProps) {
  const { value, label, marks, className } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useEffectEvent((text: string) => props.onChange(text));
  const ask = useEffectEvent((of: Parameters<AskFields>[0]) => props.askFields(of));
  const first = useEffectEvent(() => value);

  useEffect(() => {
    if (place.current === null) return undefined;
    const setup = {
      label,
      onChange: (text: string) => changed(text),
      complete: fieldSource((of) => ask(of)),
    };
    const made = new EditorView({
      doc: first(),
      extensions: [...editorExtensions(setup)],
      parent: place.current,
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [label]);

  useEffect(() => {
    const made = view.current;
    if (made !== null && made.state.doc.toString() !== value) replaceText(made, value);
  }, [value]);

  useEffect(() => {
    if (view.current !== null) markLines(view.current, marks);
  }, [marks]);

  return <div ref={place} className={cx("min-h-0 overflow-hidden", className)} />;
}
