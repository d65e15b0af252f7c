import { parseFieldPath, valueAt } from "@/lib/kube-write/field-path";
import type { Json, JsonObject } from "@/lib/kube-write/json";
import type { ParsedDocument } from "@/lib/kube-write/parse-documents";
import { redactSecret } from "@/lib/kube-write/editable";
import { FIELD_MANAGER } from "@/lib/kube/panel-access";
import { documentText } from "@/lib/kube-write/yaml-text";
import type { FieldConflict } from "@/lib/schemas/kube-change";
import { ACTION_MANAGER } from "./object-access";
import type { StatusCause, WriteFailure } from "./write-failure";

/** Source: apimachinery, meta/v1 CauseTypeFieldManagerConflict. */
const MANAGER_CONFLICT = "FieldManagerConflict";
/** Source: structured-merge-diff, ConflictError: `conflict with "kubectl" with subresource "scale" using apps/v1`. */
const WITH_MANAGER = /conflict with "([^"]*)"/;

const managerOf = ({ message = "" }: StatusCause) => WITH_MANAGER.exec(message)?.[1] ?? "";

interface Clash {
  readonly field: string;
  readonly manager: string;
}

const clashes = ({ causes }: WriteFailure): readonly Clash[] =>
  causes
    .filter(({ reason }) => reason === MANAGER_CONFLICT)
    .map((cause) => ({ field: cause.field ?? "", manager: managerOf(cause) }));

const OURS: readonly string[] = [FIELD_MANAGER, ACTION_MANAGER];

/** Fields that somebody other than this panel keeps. */
export const othersConflicts = (failure: WriteFailure): readonly Clash[] =>
  clashes(failure).filter(({ manager }) => !OURS.includes(manager));

/** Which fields others keep, with both values. */
export function fieldConflicts(
  failure: WriteFailure,
  { manifest, live }: { manifest: JsonObject; live: JsonObject | null },
): readonly FieldConflict[] {
  const [mine, theirs] = [redactSecret(manifest), live === null ? undefined : redactSecret(live)];
  return othersConflicts(failure).map(({ field, manager }) => {
    const path = parseFieldPath(field);
    return {
      field,
      manager,
      mine: asText(valueAt(mine, path)),
      theirs: asText(valueAt(theirs, path)),
    };
  });
}

export const asText = (value: Json | undefined): string | null =>
  value === undefined ? null : documentText(value).trimEnd();

/** Source: structured-merge-diff, "field not declared in schema"; apimachinery, strict decoding "unknown field". */
const UNDECLARED = /(\.[^\s:]+): field not declared in schema/g;
const UNKNOWN = /unknown field "([^"]+)"/g;

/** Where in the text the API's objections belong. */
export function marksOf(
  failure: WriteFailure,
  document: Pick<ParsedDocument, "lineOf" | "line" | "manifest">,
): readonly { readonly line: number; readonly text: string }[] {
  const named = failure.causes.flatMap(({ field = "", message = "" }) =>
    field === "" || field === "<nil>" ? [] : [{ field, text: `${field}: ${message}` }],
  );
  const undeclared = [
    ...failure.detail.matchAll(UNDECLARED),
    ...failure.detail.matchAll(UNKNOWN),
  ].map(([, field = ""]) => ({ field, text: `${field}: there is no such field.` }));
  const marks = [...named, ...undeclared].map(({ field, text }) => ({
    line: document.lineOf(stepsOf(document.manifest, field)),
    text,
  }));
  return marks.length > 0 ? marks : [{ line: document.line, text: failure.detail }];
}

/** The path as keys and places, which is how a text is walked. */
function stepsOf(manifest: JsonObject, field: string): readonly (string | number)[] {
  const path = parseFieldPath(field);
  return path.map((segment, depth) => {
    if (segment.at === "key") return segment.key;
    if (segment.at === "index") return segment.index;
    const list = valueAt(manifest, path.slice(0, depth));
    const item = valueAt(manifest, path.slice(0, depth + 1));
    return Array.isArray(list) && item !== undefined ? (list as readonly Json[]).indexOf(item) : 0;
  });
}
