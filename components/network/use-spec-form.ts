"use client";
import { type FormEvent, useState } from "react";
import type { SiteSpecInput } from "@/lib/schemas/site";
import { useSiteEditor } from "./site-editor";
import { checkSpec, type SpecPath } from "./spec-problems";

interface Built {
  /** The whole policy with the edited part in it. */
  readonly spec: SiteSpecInput;
  /** Where the edited part stands. */
  readonly at: SpecPath;
  /** What the schema cannot see: text that is no list of ports. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A form about one part of the policy. Checked as a whole policy; goes into the draft, not to the panel. */
export function useSpecForm<Values>(about: {
  readonly initial: Values;
  readonly build: (values: Values) => Built;
  readonly onDone: () => void;
}) {
  const { initial, build, onDone } = about;
  const { edit } = useSiteEditor();
  const [values, setValues] = useState(initial);
  const [isTried, setTried] = useState(false);
  const built = build(values);
  const checked = checkSpec(built.spec, built.at);
  const fields = { ...(checked.ok ? {} : checked.fields), ...built.fields };
  const isWrong = !checked.ok || Object.keys(fields).length > 0;
  return {
    values,
    set: (patch: Partial<Values>) => setValues((old) => ({ ...old, ...patch })),
    /** What is wrong at a field, below the part: "toPort", "from.0"; with a part below it too. */
    problem: (path: string): string | undefined => {
      if (!isTried) return undefined;
      const found = Object.entries(fields).find(
        ([key]) => key === path || key.startsWith(`${path}.`),
      );
      return found?.[1];
    },
    /** What is wrong with the whole of it, or elsewhere because of it. */
    whole: isTried && !checked.ok ? (checked.fields[""] ?? checked.elsewhere) : null,
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setTried(true);
      const form = event.currentTarget;
      if (isWrong || !checked.ok)
        requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      else {
        edit(checked.spec);
        onDone();
      }
    },
  };
}
