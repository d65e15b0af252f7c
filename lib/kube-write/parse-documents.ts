import {
  isAlias,
  isMap,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type Tags,
} from "yaml";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Problem } from "@/lib/core/problem";
import { isJsonObject, type Json } from "./json";
import type { Manifest } from "./manifest";

/** One object of a pasted text. */
export interface ParsedDocument {
  /** From 1, in the order of the text. */
  readonly number: number;
  /** Of the text, from 1: where it begins. */
  readonly line: number;
  readonly manifest: Manifest;
  /** The line of the text where a field stands, or of the nearest part above it that is there. */
  lineOf(path: readonly (string | number)[]): number;
}

/** What keeps a text from being understood, and where. */
export interface TextProblem {
  readonly line: number;
  readonly detail: string;
}

/** Source: the API server refuses bodies above 3 MiB, etcd values above 1.5 MiB. */
export const MAX_TEXT_BYTES = 3 * 1024 * 1024;
/** More than any published bundle of manifests has; each costs two requests. */
const MAX_OBJECTS = 500;
/** A list of the same thing ten times over, ten times: aliases beyond this are an attack. */
const MAX_ALIASES = 100;

/** The objects of a text, or every problem in it with its line. */
export function parseDocuments(
  text: string,
): { readonly ok: true; readonly value: readonly ParsedDocument[] } | NotParsed {
  if (byteLength(text) > MAX_TEXT_BYTES)
    return none(1, "The text is larger than 3 MiB, the most the API takes.");
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    version: "1.1",
    customTags: asKubectl,
  });
  const documents: readonly Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  const problems = documents.flatMap((document) =>
    document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      detail: YAML_SENTENCES[error.code] ?? firstLine(error.message),
    })),
  );
  if (problems.length > 0) return { ok: false, problems };
  return readObjects(documents, lines);
}

/**
 * kubectl reads YAML 1.1 (`defaultMode: 0644` is octal), but neither its dates nor its base-60 numbers
 * ("22:22"). Source: go-yaml v2, resolve.go.
 */
const asKubectl = (tags: Tags): Tags =>
  tags.filter(
    (tag) =>
      typeof tag === "string" ||
      !(("format" in tag && tag.format === "TIME") || tag.tag === "tag:yaml.org,2002:timestamp"),
  );

interface NotParsed {
  readonly ok: false;
  readonly problems: readonly TextProblem[];
}

const none = (line: number, detail: string): NotParsed => ({
  ok: false,
  problems: [{ line, detail }],
});

const byteLength = (text: string) => new TextEncoder().encode(text).length;

const firstLine = (message: string) => message.split(/ at line \d+|\n/)[0] ?? message;

/** Source: yaml, "Errors". */
const YAML_SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "A tab indents this line. YAML wants spaces.",
  DUPLICATE_KEY: "This key stands twice in the same object. One of them would be lost.",
  BAD_INDENT: "This line is not indented like its neighbours.",
  MISSING_CHAR: "A quote or bracket that was opened is not closed.",
};

function readObjects(documents: readonly Document.Parsed[], lines: LineCounter) {
  const found: Omit<ParsedDocument, "number">[] = [];
  const problems: TextProblem[] = [];
  for (const document of documents) {
    const value = valueOf(document);
    const start = document.contents?.range?.[0] ?? document.range[0];
    if (!value.ok) problems.push({ line: lines.linePos(start).line, detail: value.problem.detail });
    // An empty document between two separators is nothing.
    else if (value.value !== null)
      for (const { object, at } of itemsOf(value.value)) {
        const lineOf = (path: readonly (string | number)[]) =>
          lineAt(document, [...at, ...path], lines);
        const wrong = whatIsMissing(object);
        if (wrong !== null) problems.push({ line: lineOf(wrong.at), detail: wrong.detail });
        else found.push({ line: lineOf([]), manifest: object as unknown as Manifest, lineOf });
      }
  }
  problems.push(...howMany(found.length, problems.length));
  if (problems.length > 0) return { ok: false as const, problems };
  const value = found.map((document, index) => ({ ...document, number: index + 1 }));
  return { ok: true as const, value };
}

function howMany(objects: number, problems: number): readonly TextProblem[] {
  const tooMany = `The text has ${objects} objects; ${MAX_OBJECTS} at a time are the most.`;
  if (objects > MAX_OBJECTS) return [{ line: 1, detail: tooMany }];
  const empty = objects === 0 && problems === 0;
  return empty ? [{ line: 1, detail: "There is no object in this text." }] : [];
}

/** The document as data. Aliases are counted before they are followed. */
function valueOf(document: Document.Parsed): Result<Json> {
  let aliases = 0;
  visit(document, (_, node) => {
    if (isAlias(node)) aliases += 1;
    return aliases > MAX_ALIASES ? visit.BREAK : undefined;
  });
  const bomb: Problem = {
    code: "input.invalid",
    detail: `This document repeats itself through more than ${MAX_ALIASES} aliases. Write it out.`,
    remedies: [],
  };
  if (aliases > MAX_ALIASES) return fail(bomb);
  try {
    return ok(document.toJS({ maxAliasCount: MAX_ALIASES }) as Json);
  } catch {
    return fail(bomb); // the library's own count of what the aliases would grow to
  }
}

/** A List is its items: each is an object of its own. */
function itemsOf(value: Json): readonly { object: Json; at: readonly (string | number)[] }[] {
  const isList = isJsonObject(value) && value.kind === "List" && Array.isArray(value.items);
  if (!isList) return [{ object: value, at: [] }];
  return (value.items as readonly Json[]).map((object, index) => ({
    object,
    at: ["items", index],
  }));
}

const NAME_TELLS = /^[^/%]+$/;
const VERSION = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?v[a-z0-9]+$/;

function whatIsMissing(object: Json): { at: readonly string[]; detail: string } | null {
  if (!isJsonObject(object))
    return { at: [], detail: "This is not an object of Kubernetes: it has no fields." };
  const { apiVersion, kind, metadata } = object;
  if (typeof apiVersion !== "string" || !VERSION.test(apiVersion))
    return {
      at: ["apiVersion"],
      detail: "apiVersion is missing or cannot be one, such as v1 or apps/v1.",
    };
  if (typeof kind !== "string" || !/^[A-Za-z][A-Za-z0-9]*$/.test(kind))
    return { at: ["kind"], detail: "kind is missing or cannot be one, such as Deployment." };
  if (!isJsonObject(metadata))
    return { at: ["metadata"], detail: `metadata is missing from this ${kind}.` };
  const { name, namespace } = metadata;
  if (typeof name !== "string" || !isName(name))
    return {
      at: ["metadata", "name"],
      detail: `metadata.name is missing from this ${kind}. Generated names are not supported here.`,
    };
  if (namespace !== undefined && (typeof namespace !== "string" || !isName(namespace)))
    return {
      at: ["metadata", "namespace"],
      detail: `metadata.namespace of ${kind} ${name} cannot be one.`,
    };
  return null;
}

/** Source: Kubernetes, path segment names. The rest of the rules is the API's to check. */
export const isName = (name: string): boolean =>
  NAME_TELLS.test(name) && name !== "." && name !== ".." && name.length <= 253;

function lineAt(
  document: Document,
  path: readonly (string | number)[],
  lines: LineCounter,
): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = nodeAt(document, path.slice(0, depth));
    if (node !== null) return lines.linePos(node).line;
  }
  return 1;
}

/** Where the key of that path stands; of a list's item, where the item stands. */
function nodeAt(document: Document, path: readonly (string | number)[]): number | null {
  const last = path.at(-1);
  const parent: unknown = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(
      ({ key }) => (key as { value?: unknown } | null)?.value === last,
    );
    return (pair?.key as { range?: [number, number, number] } | undefined)?.range?.[0] ?? null;
  }
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  return node?.range?.[0] ?? null;
}
