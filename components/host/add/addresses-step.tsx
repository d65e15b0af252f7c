"use client";
import { ListPlus, Radar } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import type { HostRow } from "@/lib/schemas/host";
import { ScanHosts } from "./scan-hosts";
import { TypedHosts } from "./typed-hosts";
import type { AddHosts } from "./use-add-hosts";

/** Step 1: which machines, typed, pasted or found by a scan. */
export function AddressesStep(props: { hosts: AddHosts; rows: readonly HostRow[] }) {
  const { state, dispatch } = props.hosts;
  const words = useMessages().addHosts.addresses;
  return (
    <section>
      <h2 className="text-lg">{words.title}</h2>
      <p className="mt-1 mb-4 max-w-[66ch] text-muted">{words.body}</p>
      <Segmented
        label={words.mode}
        value={state.mode}
        onChange={(mode) => dispatch({ type: "enter", patch: { mode } })}
        segments={[
          { id: "type", label: words.type, icon: ListPlus },
          { id: "scan", label: words.scan, icon: Radar },
        ]}
        className="mb-4"
      />
      <div className="grid max-w-[640px] gap-3.5">
        {state.mode === "type" ? <TypedHosts {...props} /> : <ScanHosts {...props} />}
      </div>
    </section>
  );
}

/** User and port for hosts that do not name their own. */
export function Defaults(props: { hosts: AddHosts }) {
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
