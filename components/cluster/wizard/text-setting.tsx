"use client";
import { useState, type ReactNode } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SettingsField } from "./resolve-settings";
import type { Wizard } from "./use-wizard";

/** What is wrong with a field, and the click that mends it. */
export interface FoundProblem {
  readonly text: string;
  readonly remedy?: { readonly label: string; readonly apply: () => void };
}

type TextField = Exclude<SettingsField, "source" | "k3sVersion">;

/** One line of text of the settings. Checked on leaving it, then while it is repaired. */
export function TextSetting(props: {
  wizard: Wizard;
  field: TextField;
  label: string;
  value: string;
  found: FoundProblem | undefined;
  help?: ReactNode;
  optional?: boolean;
  mono?: boolean;
}) {
  const { wizard, field, label, value, found, help, optional = false, mono = false } = props;
  const [left, setLeft] = useState(value !== "");
  const shown = left ? found : undefined;
  const change = (text: string) => {
    wizard.store.reset();
    wizard.dispatch({
      type: "settings",
      patch: { [field]: text },
    });
  };
  return (
    <Field
      label={label}
      optional={optional}
      problem={shown?.text}
      remedy={shown?.remedy}
      {...(help === undefined ? {} : { help })}
    >
      <Input
        value={value}
        mono={mono}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onBlur={() => setLeft(true)}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}

/** Finds what is wrong with a field: what the panel refused, the schema, overlaps, a missing build. */
export function useFieldProblem(
  wizard: Wizard,
): (field: SettingsField) => FoundProblem | undefined {
  const words = useMessages().wizard.settings;
  const { now, store, dispatch } = wizard;
  return (field) => {
    const refused = store.problem?.fields?.[field];
    if (refused !== undefined) return { text: refused };
    const text = now.problems[field];
    if (text !== undefined) return { text };
    if (field === "source" && now.missingArch.length > 0)
      return { text: words.missingArch(now.missingArch.join(", ")) };
    const conflict = now.conflicts.find((overlap) => overlap.field === field);
    if (!conflict) return undefined;
    const { free } = conflict;
    return {
      text:
        conflict.with === "pods"
          ? words.overlapPods
          : words.overlap(conflict.with.cidr, conflict.with.hostName),
      ...(free === null
        ? {}
        : {
            remedy: {
              label: words.useNetwork(free),
              apply: () => dispatch({ type: "settings", patch: { [conflict.field]: free } }),
            },
          }),
    };
  };
}
