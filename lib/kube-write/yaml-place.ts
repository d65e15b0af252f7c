/** Where a line stands: in which object, and under which keys. */
export interface YamlPlace {
  readonly apiVersion: string;
  readonly kind: string;
  /** Keys above the line, outermost first. Items of lists add none. */
  readonly path: readonly string[];
}

const KEY = /^(\s*(?:- +)*)([A-Za-z0-9_./-]+):(?:\s|$)/;

/**
 * Which keys stand above a line, judged by indentation alone: the text is being typed, so it need not be
 * YAML yet. Null outside of an object that says its kind.
 */
export function placeInYaml(text: string, lineNumber: number): YamlPlace | null {
  const lines = text.split("\n");
  const start = lines.slice(0, lineNumber - 1).findLastIndex((line) => line.startsWith("---")) + 1;
  const after = lines.slice(lineNumber).findIndex((line) => line.startsWith("---"));
  const document = lines.slice(start, after < 0 ? undefined : lineNumber + after);
  const apiVersion = scalarOf(document, "apiVersion");
  const kind = scalarOf(document, "kind");
  if (apiVersion === null || kind === null) return null;
  return { apiVersion, kind, path: keysAbove(lines.slice(start, lineNumber)) };
}

function scalarOf(lines: readonly string[], key: string): string | null {
  const found = lines.find((line) => line.startsWith(`${key}:`));
  const value = found
    ?.slice(key.length + 1)
    .trim()
    .replace(/^["']|["']$/g, "");
  return value === undefined || value === "" ? null : value;
}

/** An item's dash counts as indentation: its keys stand behind it. */
const indentOf = (line: string) => /^[\s-]*/.exec(line)?.[0].length ?? 0;

function keysAbove(lines: readonly string[]): readonly string[] {
  const path: string[] = [];
  const last = lines.at(-1) ?? "";
  let inner: Standing = { indent: indentOf(last), listAt: dashOf(last) };
  for (const line of lines.slice(0, -1).reverse()) {
    const [, before, key] = KEY.exec(line) ?? [];
    if (before === undefined || key === undefined || !owns(before, inner)) continue;
    path.unshift(key);
    inner = { indent: before.length, listAt: dashOf(before) };
    if (inner.indent === 0) break;
  }
  return path;
}

interface Standing {
  readonly indent: number;
  /** Where its dash stands; -1 without one. A list may stand at its key's own indentation. */
  readonly listAt: number;
}

const dashOf = (line: string): number => (/^\s*-/.test(line) ? line.indexOf("-") : -1);

const owns = (before: string, { indent, listAt }: Standing): boolean =>
  before.length < indent || (before.length === listAt && !before.includes("-"));
