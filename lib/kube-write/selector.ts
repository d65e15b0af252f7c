import type { RawSelector } from "./raw-objects";

type Labels = Readonly<Record<string, string>>;

const has = (labels: Labels, key: string) => Object.hasOwn(labels, key);

/** Whether every label is there with that value. An empty selector of a service chooses nothing. */
export const matchesLabels = (wanted: Labels | undefined, labels: Labels = {}): boolean => {
  const entries = Object.entries(wanted ?? {});
  return (
    entries.length > 0 && entries.every(([key, value]) => has(labels, key) && labels[key] === value)
  );
};

/** Source: Kubernetes, "Labels and Selectors". An empty selector chooses everything. */
export function matchesSelector(selector: RawSelector | undefined, labels: Labels = {}): boolean {
  if (selector === undefined) return false;
  const byLabels = Object.entries(selector.matchLabels ?? {}).every(
    ([key, value]) => has(labels, key) && labels[key] === value,
  );
  return byLabels && (selector.matchExpressions ?? []).every((rule) => matchesRule(rule, labels));
}

function matchesRule(
  { key, operator, values = [] }: NonNullable<RawSelector["matchExpressions"]>[number],
  labels: Labels,
): boolean {
  const is = has(labels, key) && values.includes(labels[key] ?? "");
  if (operator === "In") return is;
  if (operator === "NotIn") return !is;
  return operator === "Exists" ? has(labels, key) : !has(labels, key);
}

/** As a query: what the labels alone choose; expressions are left to `matchesSelector`. */
export const labelQuery = (selector: RawSelector | undefined): string =>
  Object.entries(selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(",");
