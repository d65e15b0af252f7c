"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AddHosts } from "./use-add-hosts";

/** User and port for hosts that do not name their own. */
export function EntryDefaults(props: { hosts: AddHosts }) {
  const { state, dispatch } = props.hosts;
  const words = useMessages().addHosts.addresses;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_96px] gap-3.5">
      <Field
        label={words.user}
        help={words.userHelp}
        problem={state.user.trim() === "" ? words.noUser : undefined}
      >
        <Input
          value={state.user}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => dispatch({ type: "enter", patch: { user: event.target.value } })}
        />
      </Field>
      <Field label={words.port}>
        <Input
          value={state.port}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => dispatch({ type: "enter", patch: { port: event.target.value } })}
        />
      </Field>
    </div>
  );
}
