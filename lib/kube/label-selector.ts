import { fail, ok, type Result } from "@/lib/core/result";

type Labels = Readonly<Record<string, string>>;

/** One condition; all of a selector's must hold. Source: Kubernetes, "Labels and Selectors". */
export type Requirement =
  | { readonly key: string; readonly operator: "exists" }
  | { readonly key: string; readonly operator: "missing" }
  | {
      readonly key: string;
      readonly operator: "in" | "not-in";
      readonly values: readonly string[];
    };

/** No condition: matches everything. */
export type LabelSelector = readonly Requirement[];

/** Source: Kubernetes, "Labels and Selectors", "Syntax and character set". */
const KEY = String.raw`[A-Za-z0-9](?:[A-Za-z0-9_./-]*[A-Za-z0-9])?`;
const VALUE = String.raw`[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?`;
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);
const EQUALS = new RegExp(`^(${KEY})\\s*(=|==|!=)\\s*(${VALUE}|)$`);
const SETS = new RegExp(
  `^(${KEY})\\s+(in|notin)\\s*\\(\\s*(${VALUE}(?:\\s*,\\s*${VALUE})*)\\s*\\)$`,
);

/** Reads a selector as kubectl takes it: `app=nginx,tier!=db,env in (a,b),!canary`. Fails with what it cannot read. */
export function parseLabelSelector(text: string): Result<LabelSelector, string> {
  const requirements: Requirement[] = [];
  for (const part of splitOutside(text)) {
    const requirement = parseRequirement(part);
    if (requirement === null) return fail(part);
    requirements.push(requirement);
  }
  return ok(requirements);
}

/** At commas that are not within parentheses; empty text has no parts. */
const splitOutside = (text: string): readonly string[] =>
  text.trim() === "" ? [] : text.split(/,(?![^(]*\))/).map((part) => part.trim());

const parseRequirement = (part: string): Requirement | null =>
  readExists(part) ?? readEquals(part) ?? readSet(part);

function readExists(part: string): Requirement | null {
  const [, not, key] = EXISTS.exec(part) ?? [];
  if (key === undefined) return null;
  return { key, operator: not === "!" ? "missing" : "exists" };
}

function readEquals(part: string): Requirement | null {
  const [, key, sign, value = ""] = EQUALS.exec(part) ?? [];
  if (key === undefined) return null;
  return { key, operator: sign === "!=" ? "not-in" : "in", values: [value] };
}

function readSet(part: string): Requirement | null {
  const [, key, word, list = ""] = SETS.exec(part) ?? [];
  if (key === undefined) return null;
  const values = list.split(",").map((value) => value.trim());
  return { key, operator: word === "in" ? "in" : "not-in", values };
}

/** Whether the labels fulfil every condition. A label that is not there is "not in" everything. */
export const matchesLabels = (labels: Labels, selector: LabelSelector): boolean =>
  selector.every((requirement) => {
    const value = Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    if (requirement.operator === "exists") return value !== undefined;
    if (requirement.operator === "missing") return value === undefined;
    const isIn = value !== undefined && requirement.values.includes(value);
    return requirement.operator === "in" ? isIn : !isIn;
  });

/** Source: Kubernetes API reference, meta/v1 LabelSelector. */
export interface RawLabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

const OPERATORS: Readonly<Record<string, Requirement["operator"]>> = {
  In: "in",
  NotIn: "not-in",
  Exists: "exists",
  DoesNotExist: "missing",
};

/** The same conditions from an object's `selector`. One that we do not understand matches nothing. */
export function readLabelSelector(raw: RawLabelSelector): LabelSelector {
  const equal = Object.entries(raw.matchLabels ?? {}).map(([key, value]): Requirement => ({
    key,
    operator: "in",
    values: [value],
  }));
  const others = (raw.matchExpressions ?? []).map(({ key, operator, values = [] }): Requirement => {
    const known = OPERATORS[operator] ?? "in";
    if (known === "exists" || known === "missing") return { key, operator: known };
    return { key, operator: known, values: OPERATORS[operator] === undefined ? [] : values };
  });
  return [...equal, ...others];
}

/** As kubectl writes it: "app=web,tier in (a,b)". */
export const selectorText = (selector: LabelSelector): string =>
  selector.map(requirementText).join(",");

function requirementText(requirement: Requirement): string {
  if (requirement.operator === "exists") return requirement.key;
  if (requirement.operator === "missing") return `!${requirement.key}`;
  const { key, operator, values } = requirement;
  if (values.length === 1) return `${key}${operator === "in" ? "=" : "!="}${values[0]}`;
  return `${key} ${operator === "in" ? "in" : "notin"} (${values.join(",")})`;
}
