"use client";
import { Globe } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import type { Expose } from "@/lib/templates/parameters";
import type { ControlProps } from "./control";

const KINDS = [
  "cluster",
  "node-port",
  "load-balancer",
  "host",
] as const satisfies readonly Expose["kind"][];

/** Who can reach it: inside only, a port of the nodes, a balancer, or a host name. */
export function ExposeControl({ value, problem, inner, onChange, onLeave }: ControlProps) {
  const words = useMessages().deploy;
  const expose = value as { kind: Expose["kind"]; host?: string };
  const choose = (kind: Expose["kind"]) =>
    onChange(kind === "host" ? { kind, host: expose.host ?? "" } : { kind });
  return (
    <div className="col-span-full grid gap-3.5">
      <Segmented
        label={words.labels.expose}
        value={expose.kind}
        onChange={choose}
        className="flex-wrap justify-self-start"
        segments={KINDS.map((id) => ({
          id,
          label: words.expose[id],
          ...(id === "host" ? { icon: Globe } : {}),
        }))}
      />
      {expose.kind === "host" && (
        <Field label={words.host} help={words.hostHelp} problem={inner.host ?? problem}>
          <Input
            value={expose.host ?? ""}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onChange({ kind: "host", host: event.target.value })}
            onBlur={onLeave}
          />
        </Field>
      )}
    </div>
  );
}
