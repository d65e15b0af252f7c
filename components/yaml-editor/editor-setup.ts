import { autocompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { FieldSource } from "./field-completion";

/** A line of the text and what is wrong there. */
export interface Mark {
  readonly line: number;
  readonly text: string;
}

/** The panel's own colours: the same in light and dark. */
const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--info)" },
  { tag: [tags.string, tags.content], color: "var(--ok)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--warn)" },
  { tag: tags.comment, color: "var(--subtle)" },
  { tag: [tags.meta, tags.separator, tags.punctuation], color: "var(--muted)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--sunken)", fontSize: "12px", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "19px" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": {
    color: "var(--subtle)",
    backgroundColor: "var(--sunken)",
    borderRight: "1px solid var(--border)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--hover)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "var(--accent-tint)" },
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--border)",
    borderRadius: "7px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--text)",
    backgroundColor: "var(--selected)",
  },
  ".cm-completionInfo": { maxWidth: "320px", padding: "6px 8px", color: "var(--muted)" },
  ".cm-diagnostic": { borderLeft: "3px solid var(--danger-solid)", padding: "4px 8px" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--danger-solid)",
  },
});

interface Setup {
  readonly label: string;
  readonly onChange: (text: string) => void;
  readonly complete: FieldSource;
}

/** Everything the editor is made of. Tab leaves the editor after Esc. */
export const editorExtensions = ({ label, onChange, complete }: Setup): readonly Extension[] => [
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  history(),
  drawSelection(),
  indentUnit.of("  "),
  EditorState.tabSize.of(2),
  yaml(),
  syntaxHighlighting(colours),
  lintGutter(),
  autocompletion({ override: [complete], icons: false }),
  keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onChange(update.state.doc.toString());
  }),
  look,
];

/** Draws what is wrong at its lines. Lines beyond the text fall to its last one. */
export function markLines(view: EditorView, marks: readonly Mark[]): void {
  const { doc } = view.state;
  const diagnostics = marks.map(({ line, text }) => {
    const at = doc.line(Math.min(Math.max(1, line), doc.lines));
    const indent = at.text.length - at.text.trimStart().length;
    return { from: at.from + indent, to: at.to, severity: "error" as const, message: text };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Replaces the whole text, when it came from elsewhere. */
export function replaceText(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}
