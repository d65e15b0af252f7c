"use client";
import { useDeferredValue, useMemo, useState } from "react";
import type { Manifest } from "@/lib/kube-write/manifest";
import type { ParameterName } from "@/lib/templates/parameters";
import type { AppTemplate } from "@/lib/templates/template";

/** Source: 24 random characters of 64 are 144 bits. */
const PASSWORD_BYTES = 18;

const randomPassword = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(PASSWORD_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
};

type Given = Partial<Record<ParameterName, unknown>>;

/** A template's form: what was typed, what is wrong with it, and the objects it stands for. */
export function useDeployForm(template: AppTemplate) {
  const [values, setValues] = useState<Given>(() => template.defaults({ randomPassword }));
  const [left, setLeft] = useState<ReadonlySet<ParameterName>>(new Set());
  const given = useDeferredValue(values);
  const { problems, parsed } = useMemo(() => readForm(template, given), [template, given]);
  const objects = useMemo<readonly Manifest[] | null>(
    () => (parsed === null ? null : template.build(parsed)),
    [template, parsed],
  );
  const [shown, setShown] = useState<readonly Manifest[]>(objects ?? []);
  if (objects !== null && objects !== shown) setShown(objects); // the last that made sense
  const names = [...new Set(problems.map(({ name }) => name))];
  return {
    values,
    parsed,
    objects,
    /** The same, or as they were before a field went wrong. */
    shown,
    /** Parameters that need somebody. */
    wrong: names,
    set: (name: ParameterName, value: unknown) => setValues((old) => ({ ...old, [name]: value })),
    leave: (name: ParameterName) => setLeft((old) => new Set([...old, name])),
    leaveAll: () => setLeft(new Set(template.parameters)),
    /** Said once a field was left, and again while it is repaired. */
    problemsOf: (name: ParameterName) => {
      const own = left.has(name) ? problems.filter((problem) => problem.name === name) : [];
      return {
        problem: own.find(({ inside }) => inside === "")?.message,
        inner: Object.fromEntries(own.map(({ inside, message }) => [inside, message])),
      };
    },
  };
}

interface FormProblem {
  readonly name: ParameterName;
  /** Where inside it: "0.name", "host"; empty for the whole. */
  readonly inside: string;
  readonly message: string;
}

function readForm(template: AppTemplate, values: Given) {
  const read = template.schema.safeParse(values);
  if (read.success) return { problems: [], parsed: read.data };
  const problems = read.error.issues.map(({ path, message }): FormProblem => ({
    name: String(path[0]) as ParameterName,
    inside: path.slice(1).join("."),
    message,
  }));
  return { problems, parsed: null };
}
