/** One step of a path: a field, a place in a list, all of a list, or those of a list whose field has a value. */
type Step =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "all" }
  | { readonly kind: "where"; readonly field: string; readonly value: string };

const STEP =
  /\.?\[\?\(@\.([\w-]+)\s*==?\s*["']([^"']*)["']\)\]|\.?\[['"]([^'"]+)['"]\]|\.?\[(-?\d+)\]|\.?\[\*\]|\.((?:[\w/-]|\\\.)+)/y;

/**
 * Reads the part of JSONPath that printer columns use: `.spec.replicas`, `.status.conditions[?(@.type=="Ready")].status`,
 * `.metadata.labels['app\.kubernetes\.io/name']`, `.items[0]`, `.items[*].name`. Null when it is more than that.
 * Source: Kubernetes, "Additional printer columns" and "JSONPath support".
 */
export function parseJsonPath(path: string): readonly Step[] | null {
  const text = path.trim().replace(/^\$/, "");
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (match === null) return null;
    steps.push(stepOf(match));
  }
  return steps;
}

function stepOf([, whereField, whereValue = "", quoted, index, name]: RegExpExecArray): Step {
  if (whereField !== undefined) return { kind: "where", field: whereField, value: whereValue };
  const field = quoted ?? name;
  if (field !== undefined) return { kind: "field", name: field.replaceAll("\\.", ".") };
  return index === undefined ? { kind: "all" } : { kind: "index", index: Number(index) };
}

/** Everything the path leads to, in order; nothing when a part of the way is missing. */
export function readJsonPath(steps: readonly Step[], object: unknown): readonly unknown[] {
  let found: readonly unknown[] = [object];
  for (const step of steps) found = found.flatMap((value) => follow(step, value));
  return found.filter((value) => value !== undefined && value !== null);
}

function follow(step: Step, value: unknown): readonly unknown[] {
  if (step.kind === "field") {
    const isRecord = typeof value === "object" && value !== null;
    return isRecord && Object.hasOwn(value, step.name)
      ? [(value as Record<string, unknown>)[step.name]]
      : [];
  }
  if (!Array.isArray(value)) return [];
  const list: readonly unknown[] = value;
  if (step.kind === "all") return list;
  if (step.kind === "index") return [list.at(step.index)];
  const where: Step = { kind: "field", name: step.field };
  return list.filter((entry) => follow(where, entry).includes(step.value));
}
