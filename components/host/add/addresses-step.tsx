"use client";
import { ListPlus, Radar } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
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
