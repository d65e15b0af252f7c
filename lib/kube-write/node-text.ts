import { labelKey, labelValue, taintInput, type TaintInput } from "@/lib/schemas/kube-change";

/** Lines as values, or the first line that is none. */
export type Lines<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly line: string };

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** "disk=ssd", one a line; a key alone has an empty value. */
export function parseLabels(text: string): Lines<Readonly<Record<string, string>>> {
  const entries: [string, string][] = [];
  for (const line of linesOf(text)) {
    const at = line.indexOf("=");
    const [key, value] = at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
    const right = labelKey.safeParse(key).success && labelValue.safeParse(value).success;
    if (!right) return { ok: false, line };
    entries.push([key, value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

export const labelLines = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => (value === "" ? key : `${key}=${value}`))
    .join("\n");

/** Kubernetes and k3s write these themselves. */
const SYSTEM = /(^|\.)(kubernetes\.io|k8s\.io|k3s\.io|k3s\.cattle\.io)\//;

/** Labels that a person may mean to change. */
export const ownLabels = (
  labels: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([key]) => !SYSTEM.test(key)));

/** What turns the old labels into the new ones: null removes one. */
export const labelChanges = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> => {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const set = Object.entries(after).filter(([key, value]) => before[key] !== value);
  return Object.fromEntries([...gone.map((key) => [key, null] as const), ...set]);
};

const TAINT = /^([^=:]+)(?:=([^:]*))?:([A-Za-z]+)$/;

/** "club=only:NoSchedule", one a line, as kubectl writes them. */
export function parseTaints(text: string): Lines<readonly TaintInput[]> {
  const taints: TaintInput[] = [];
  for (const line of linesOf(text)) {
    const [, key, value = "", effect] = TAINT.exec(line) ?? [];
    const parsed = taintInput.safeParse({ key, value, effect });
    if (!parsed.success) return { ok: false, line };
    taints.push(parsed.data);
  }
  return { ok: true, value: taints };
}

export const taintLines = (
  taints: readonly { readonly key: string; readonly value?: string; readonly effect: string }[],
): string =>
  taints
    .map(({ key, value = "", effect }) => `${key}${value === "" ? "" : `=${value}`}:${effect}`)
    .join("\n");
