import type { Result } from "@/lib/core/result";
import { FIELD_MANAGER } from "@/lib/kube/panel-access";
import { editable, holdsHidden } from "@/lib/kube-write/editable";
import { parseFieldPath, withoutField } from "@/lib/kube-write/field-path";
import { sameJson, type JsonObject } from "@/lib/kube-write/json";
import { refOf, sayRef, type Manifest } from "@/lib/kube-write/manifest";
import type { ObjectRef } from "@/lib/schemas/kube-object";
import { orderDocuments } from "@/lib/kube-write/order-documents";
import type { ParsedDocument } from "@/lib/kube-write/parse-documents";
import { documentText } from "@/lib/kube-write/yaml-text";
import type { ApplyInput, ApplyOutcome, ApplyResult } from "@/lib/schemas/kube-change";
import type { ApiClient } from "@/server/kube/api-client";
import { fieldConflicts, marksOf, othersConflicts } from "./explain-refusal";
import { findResource, pathOf } from "./discovery";
import { findObject } from "./object-access";
import { send } from "./send";
import type { WriteFailure } from "./write-failure";

interface Applying {
  readonly api: ApiClient;
  readonly input: ApplyInput;
  /** "Kind" or "namespace:<name>" that the same text brings. */
  readonly brings: ReadonlySet<string>;
}

/** Tries or applies every object, in the order in which they need each other. Results are in the text's order. */
export async function applyDocuments(
  api: ApiClient,
  documents: readonly ParsedDocument[],
  input: ApplyInput,
): Promise<readonly ApplyResult[]> {
  const applying = {
    api,
    input,
    brings: new Set(documents.flatMap(({ manifest }) => bringsOf(manifest))),
  };
  const results: ApplyResult[] = [];
  for (const document of orderDocuments(documents))
    results.push(await applyOne(applying, document));
  return results.sort((a, b) => a.number - b.number);
}

function bringsOf({ kind, metadata, spec }: Manifest): readonly string[] {
  if (kind === "Namespace") return [`namespace:${metadata.name}`];
  if (kind !== "CustomResourceDefinition") return [];
  const names = (spec as { names?: { kind?: unknown } } | undefined)?.names;
  return typeof names?.kind === "string" ? [names.kind] : [];
}

async function applyOne(applying: Applying, document: ParsedDocument): Promise<ApplyResult> {
  const { input, api } = applying;
  const { manifest } = document;
  const address = await addressOf(applying, manifest);
  const written = refOf(manifest);
  if (!address.ok) return failed(document, written, { applying, failure: address.problem });
  const namespace = address.value.resource.namespaced ? written.namespace || input.namespace : "";
  const ref = { ...written, namespace };
  if (holdsHidden(manifest)) return failed(document, ref, { applying, failure: hiddenValues(ref) });
  const before = await findObject(api, ref);
  if (!before.ok) return failed(document, ref, { applying, failure: before.problem });
  const tried = await applyUnderConflicts(applying, {
    ref,
    manifest,
    path: pathOf(address.value, namespace, ref.name),
  });
  if (!tried.ok)
    return {
      ...failed(document, ref, { applying, failure: tried.problem }),
      ...conflictsOf(tried.problem, manifest, before.value),
    };
  return succeeded(document, ref, {
    before: before.value,
    after: tried.value,
    dryRun: input.dryRun,
  });
}

/** A kind that the same text brought a moment ago takes the API a little to serve. */
async function addressOf({ api, brings, input }: Applying, manifest: Manifest) {
  for (let attempt = 1; ; attempt += 1) {
    const found = await findResource(api, manifest);
    const waits =
      !found.ok && found.problem.httpStatus === 404 && brings.has(manifest.kind) && !input.dryRun;
    if (!waits || attempt >= CRD_ATTEMPTS) return found;
    await new Promise((resolve) => setTimeout(resolve, CRD_PAUSE_MS));
  }
}

/** Source: Kubernetes serves a new custom resource within about 5 s. */
const CRD_ATTEMPTS = 40;
const CRD_PAUSE_MS = 250;

interface Target {
  readonly ref: ObjectRef;
  readonly manifest: Manifest;
  readonly path: string;
}

async function applyUnderConflicts(
  { api, input }: Applying,
  { ref, manifest, path }: Target,
): Promise<Result<JsonObject, WriteFailure>> {
  const apply = (body: Manifest, force: boolean) =>
    send<JsonObject>(
      api,
      {
        method: "PATCH",
        path,
        query: {
          fieldManager: FIELD_MANAGER,
          fieldValidation: "Strict",
          force: String(force),
          ...(input.dryRun ? { dryRun: "All" } : {}),
        },
        contentType: "application/apply-patch+yaml",
        body,
      },
      ref,
    );
  const first = await apply(manifest, false);
  if (first.ok || first.problem.httpStatus !== 409) return first;
  const others = othersConflicts(first.problem);
  const decision = input.conflicts[sayRef(ref)];
  // What this panel changed itself (a scale, a rollback) is no other party.
  if (others.length === 0 || decision === "take-over") return apply(manifest, true);
  if (decision !== "keep-theirs") return first;
  const kept = others.reduce<Manifest>(
    (body, { field }) => withoutField(body, parseFieldPath(field)),
    manifest,
  );
  return apply(kept, true);
}

const hiddenValues = (ref: ObjectRef): WriteFailure => ({
  code: "kube.invalid",
  detail: `${sayRef(ref)} would be stored with the words that hide its values.`,
  remedies: ["Edit the secret where it is, or write its values out."],
  httpStatus: null,
  causes: [],
});

const base = ({ number, line }: ParsedDocument, ref: ObjectRef) => ({
  number,
  line,
  ...ref,
  conflicts: [],
  before: null,
  after: null,
});

function failed(
  document: ParsedDocument,
  ref: ObjectRef,
  { applying, failure }: { applying: Applying; failure: WriteFailure },
): ApplyResult {
  const { input, brings } = applying;
  const namespace = ref.namespace || input.namespace;
  const waits =
    input.dryRun &&
    failure.httpStatus === 404 &&
    (brings.has(ref.kind) || brings.has(`namespace:${namespace}`));
  if (waits) return { ...base(document, ref), outcome: "later", problem: null, marks: [] };
  const { code, detail, remedies } = failure;
  return {
    ...base(document, ref),
    outcome: "failed",
    problem: { code, detail, remedies },
    marks: marksOf(failure, document),
  };
}

function conflictsOf(failure: WriteFailure, manifest: Manifest, live: JsonObject | null) {
  const conflicts = fieldConflicts(failure, { manifest, live });
  if (conflicts.length === 0) return {};
  return { outcome: "conflict" as const, conflicts };
}

function succeeded(
  document: ParsedDocument,
  ref: ObjectRef,
  { before, after, dryRun }: { before: JsonObject | null; after: JsonObject; dryRun: boolean },
): ApplyResult {
  const [old, now] = [before === null ? null : editable(before), editable(after)];
  const outcome = outcomeOf(before, after);
  return {
    ...base(document, ref),
    outcome,
    problem: null,
    marks: [],
    before: dryRun && old !== null ? documentText(old) : null,
    after: dryRun ? documentText(now) : null,
  };
}

function outcomeOf(before: JsonObject | null, after: JsonObject): ApplyOutcome {
  if (before === null) return "create";
  return sameJson(stripped(before), stripped(after)) ? "same" : "change";
}

/** Without what every change makes differ; a secret's values are compared too. */
const stripped = (object: JsonObject): JsonObject => {
  const { metadata } = object;
  return {
    ...without(object, ["status", "metadata"]),
    metadata: without(metadata as JsonObject, ["managedFields", "resourceVersion", "generation"]),
  };
};

const without = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

/** Whether nothing of the text was refused. */
export const isClean = (results: readonly ApplyResult[]): boolean =>
  results.every(({ outcome }) => outcome !== "failed" && outcome !== "conflict");
