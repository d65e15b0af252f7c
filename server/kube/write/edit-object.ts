import { setTimeout as sleep } from "node:timers/promises";
import { ok, type Result } from "@/lib/core/result";
import { FIELD_MANAGER } from "@/lib/kube/panel-access";
import { changedFields, sayPath } from "@/lib/kube-write/changed-fields";
import { editable } from "@/lib/kube-write/editable";
import type { Json, JsonObject } from "@/lib/kube-write/json";
import { refKey, refOf, sayRef } from "@/lib/kube-write/manifest";
import { isEmptyPatch, mergePatch } from "@/lib/kube-write/merge-patch";
import { ownersOf, type ManagedFieldsEntry } from "@/lib/kube-write/owners";
import { parseDocuments, type ParsedDocument } from "@/lib/kube-write/parse-documents";
import { mergeThreeWays } from "@/lib/kube-write/three-way";
import { documentText } from "@/lib/kube-write/yaml-text";
import type { EditableObject, EditInput, EditReport } from "@/lib/schemas/kube-change";
import type { ApiClient } from "@/server/kube/api-client";
import { asText, marksOf } from "./explain-refusal";
import { ACTION_MANAGER, patchObject, readObject } from "./object-access";
import type { WriteFailure } from "./write-failure";

interface RawMetadata {
  readonly resourceVersion?: string;
  readonly managedFields?: readonly (ManagedFieldsEntry & { readonly time?: string })[];
}

const metadataOf = (object: JsonObject) => object.metadata as RawMetadata;

/** The object as a person edits it. A secret's values are hidden and stay as they are unless replaced. */
export async function openForEdit(
  api: ApiClient,
  ref: EditInput["object"],
): Promise<Result<EditableObject, WriteFailure>> {
  const read = await readObject(api, ref);
  if (!read.ok) return read;
  const { resourceVersion = "", managedFields = [] } = metadataOf(read.value);
  const latest = [...managedFields].sort((a, b) => (b.time ?? "").localeCompare(a.time ?? ""));
  return ok({
    text: documentText(editable(withType(read.value, ref))),
    resourceVersion,
    managers: [...new Set(latest.map(({ manager = "" }) => manager))],
  });
}

/** Source: the API leaves both out of list items, and some servers of custom APIs out of objects. */
const withType = (object: JsonObject, { apiVersion, kind }: EditInput["object"]): JsonObject => ({
  apiVersion,
  kind,
  ...object,
});

/** A controller that writes a status after each pod makes several versions in one second. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/**
 * Changes only what was edited, on top of what the object is by now. Lists are replaced whole, so the
 * patch carries the version it was made for; when that is late, everything is worked out anew.
 */
export async function saveEdit(
  api: ApiClient,
  input: EditInput,
): Promise<Result<EditReport, WriteFailure>> {
  const mine = parseOne(input);
  if (!mine.ok) return ok(mine.report);
  const base = parseDocuments(input.base);
  const from = base.ok ? (base.value[0]?.manifest ?? null) : null;
  for (let attempt = 1; ; attempt += 1) {
    const live = await readObject(api, input.object);
    if (!live.ok) return live;
    const edit = {
      api,
      input,
      mine: mine.document,
      base: from,
      live: withType(live.value, input.object),
    };
    const report = await tryEdit(edit);
    const late = !report.ok && report.problem.httpStatus === 409;
    if (!late || attempt >= ATTEMPTS) return report;
    await sleep(FIRST_PAUSE_MS * 2 ** attempt * Math.random());
  }
}

const EMPTY = { marks: [], conflicts: [], before: null, after: null, owned: [], problem: null };

const refused = (detail: string, marks: EditReport["marks"]): EditReport => ({
  ...EMPTY,
  outcome: "refused",
  marks,
  problem: { code: "kube.invalid", detail, remedies: ["Correct the marked lines."] },
});

function parseOne({
  text,
  object,
}: EditInput): { ok: true; document: ParsedDocument } | { ok: false; report: EditReport } {
  const parsed = parseDocuments(text);
  if (!parsed.ok) {
    const marks = parsed.problems.map(({ line, detail }) => ({ line, text: detail }));
    return { ok: false, report: refused(parsed.problems[0]?.detail ?? "", marks) };
  }
  const [document, second] = parsed.value;
  const other = document === undefined || refKey(refOf(document.manifest)) !== refKey(object);
  if (!other && second === undefined) return { ok: true, document };
  const detail = `This editor changes ${sayRef(object)} and nothing else: its kind, name and namespace stay.`;
  return { ok: false, report: refused(detail, [{ line: second?.line ?? 1, text: detail }]) };
}

interface Edit {
  readonly api: ApiClient;
  readonly input: EditInput;
  readonly mine: ParsedDocument;
  readonly base: JsonObject | null;
  readonly live: JsonObject;
}

async function tryEdit(edit: Edit): Promise<Result<EditReport, WriteFailure>> {
  const { api, input, live } = edit;
  const theirs = editable(live);
  const merged = mergeThreeWays(
    { base: edit.base ?? theirs, mine: edit.mine.manifest, theirs },
    input.decided,
  );
  const before = documentText(theirs);
  const after = documentText(merged.value ?? theirs);
  const texts = { ...EMPTY, before, after };
  if (merged.conflicts.length > 0)
    return ok({ ...texts, outcome: "conflict", conflicts: merged.conflicts.map(textsOf) });
  const patch = mergePatch(theirs, (merged.value ?? theirs) as JsonObject);
  if (isEmptyPatch(patch)) return ok({ ...texts, outcome: "same" });
  const saved = await patchObject(api, {
    ref: input.object,
    kind: "merge",
    body: withVersion(patch, live),
    dryRun: input.dryRun,
  });
  if (!saved.ok) return explain(saved.problem, edit, texts);
  return ok({
    ...texts,
    outcome: input.dryRun ? "would-change" : "changed",
    after: documentText(editable(withType(saved.value, input.object))),
    owned: ownedFields(live, theirs, merged.value),
  });
}

const textsOf = ({
  path,
  base,
  mine,
  theirs,
}: ReturnType<typeof mergeThreeWays>["conflicts"][number]) => ({
  path,
  base: asText(base),
  mine: asText(mine),
  theirs: asText(theirs),
});

const withVersion = (patch: JsonObject, live: JsonObject): JsonObject => ({
  ...patch,
  metadata: {
    ...(patch.metadata as JsonObject | undefined),
    resourceVersion: metadataOf(live).resourceVersion ?? "",
  },
});

/** What the API has against the text is an answer about the text; anything else is a failure. */
function explain(
  failure: WriteFailure,
  edit: Edit,
  texts: typeof EMPTY | { before: string; after: string },
): Result<EditReport, WriteFailure> {
  const { code, detail, remedies } = failure;
  if (code !== "kube.invalid" && code !== "kube.webhook") return { ok: false, problem: failure };
  const problem = { code, detail, remedies };
  return ok({
    ...EMPTY,
    ...texts,
    outcome: "refused",
    problem,
    marks: marksOf(failure, edit.mine),
  });
}

const OURS: readonly string[] = [FIELD_MANAGER, ACTION_MANAGER];

function ownedFields(live: JsonObject, before: Json, after: Json | undefined) {
  const { managedFields = [] } = metadataOf(live);
  return changedFields(before, after).flatMap((path) => {
    const managers = ownersOf(managedFields, path).filter((name) => !OURS.includes(name));
    return managers.length === 0 ? [] : [{ path: sayPath(path), managers }];
  });
}
