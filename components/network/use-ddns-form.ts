"use client";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { problemOf } from "@/components/hooks/api-problem";
import type { Problem } from "@/lib/core/problem";
import { saveDdnsInput } from "@/lib/schemas/ddns-view";
import { useSiteEditor } from "./site-editor";
import { useSaveDdns } from "./use-ddns";

type Fields = Readonly<Record<string, string>>;

interface Built {
  readonly input: z.input<typeof saveDdnsInput>;
  /** What the common schema cannot see: a secret that its provider never gives. */
  readonly fields?: Fields;
}

interface About<Values> {
  readonly initial: Values;
  readonly build: (values: Values) => Built;
  /** Path in what is sent → the field of this form that it comes from; null: of no field here. */
  readonly fieldOf: (path: string, values: Values) => string | null;
  readonly onDone: () => void;
}

/** A form about a part of a site's dynamic DNS. Checked as a whole; problems stand at their fields. */
export function useDdnsForm<Values extends object>(about: About<Values>) {
  const { initial, build, fieldOf, onDone } = about;
  const save = useSaveDdns(useSiteEditor().site.id);
  const [values, setValues] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const built = build(values);
  const read = saveDdnsInput.safeParse(built.input);
  const issues = read.success
    ? []
    : read.error.issues.map(({ path, message }) => [path.map(String).join("."), message] as const);
  const said = Object.entries(refused?.fields ?? {});
  const sorted = sort([...issues, ...said], (path) => fieldOf(path, values));
  const fields = { ...sorted.fields, ...built.fields };
  const focusWrong = (form: HTMLFormElement) =>
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  return {
    values,
    set: (patch: Partial<Values>) => {
      setRefused(null);
      setValues((old) => ({ ...old, ...patch }));
    },
    problem: (field: string): string | undefined => (isTried ? fields[field] : undefined),
    /** What is wrong where this form has no field. */
    whole: isTried ? sorted.elsewhere : null,
    /** What the panel refused as a whole. */
    refused: refused !== null && said.length === 0 ? refused : null,
    isBusy: save.isPending,
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setTried(true);
      const form = event.currentTarget;
      if (!read.success || built.fields !== undefined) return void focusWrong(form);
      save.mutate(read.data, {
        onSuccess: onDone,
        onError: (error) => {
          setRefused(problemOf(error));
          focusWrong(form);
        },
      });
    },
  };
}

/** The first problem of each field, and the first of none. */
function sort(
  found: readonly (readonly [path: string, message: string])[],
  fieldOf: (path: string) => string | null,
): { readonly fields: Fields; readonly elsewhere: string | null } {
  const fields: Record<string, string> = {};
  let elsewhere: string | null = null;
  for (const [path, message] of found) {
    const field = fieldOf(path);
    if (field === null) elsewhere ??= message;
    else fields[field] ??= message;
  }
  return { fields, elsewhere };
}
