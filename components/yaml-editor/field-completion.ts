import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { FieldHint } from "@/lib/schemas/kube-fields";
import { placeInYaml } from "@/lib/kube-write/yaml-place";

/** Offers field names where one is being typed. */
export type FieldSource = (context: CompletionContext) => Promise<CompletionResult | null>;

/** What the cluster says may stand in an object of that kind, at that path. */
export type AskFields = (of: {
  readonly apiVersion: string;
  readonly kind: string;
  readonly path: readonly string[];
}) => Promise<readonly FieldHint[]>;

/** Field names from the cluster's own description of the kind. */
export const fieldSource =
  (ask: AskFields): FieldSource =>
  async (context) => {
    const word = context.matchBefore(/[A-Za-z]*$/);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    const line = context.state.doc.lineAt(context.pos);
    if (!/^[\s-]*[A-Za-z]*$/.test(line.text.slice(0, context.pos - line.from))) return null;
    const place = placeInYaml(context.state.doc.toString(), line.number);
    if (place === null) return null;
    const fields = await ask(place);
    if (context.aborted || fields.length === 0) return null;
    return {
      from: word.from,
      options: fields.map(({ name, type, about, required }) => ({
        label: name,
        detail: type,
        apply: `${name}:${type === "object" || type === "list" ? "\n" : " "}`,
        boost: required ? 1 : 0,
        ...(about === "" ? {} : { info: about }),
      })),
    };
  };
