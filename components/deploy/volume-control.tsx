"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ControlProps } from "./control";

interface Shown {
  readonly kind: "none" | "volume";
  readonly sizeGiB?: number | string;
  readonly path?: string;
}

const FIRST: Shown = { kind: "volume", sizeGiB: 1, path: "/data" };

/** Whether data outlives a copy, how much of it, and where the container sees it. */
export function VolumeControl({ value, problem, inner, onChange, onLeave }: ControlProps) {
  const words = useMessages().deploy;
  const volume = value as Shown;
  const size = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);
  return (
    <div className="col-span-full grid gap-3.5">
      <Checkbox
        checked={volume.kind === "volume"}
        onChange={(event) => onChange(event.target.checked ? FIRST : { kind: "none" })}
      >
        {words.withVolume}
      </Checkbox>
      {volume.kind === "volume" && (
        <div className="grid gap-3.5 sm:grid-cols-2">
          <Field label={words.volumeSize} problem={inner.sizeGiB ?? problem}>
            <Input
              inputMode="numeric"
              autoComplete="off"
              end={words.units.siteGiB}
              value={String(volume.sizeGiB ?? "")}
              onChange={(event) =>
                onChange({ ...volume, sizeGiB: size(event.target.value.trim()) })
              }
              onBlur={onLeave}
            />
          </Field>
          <Field label={words.volumePath} problem={inner.path}>
            <Input
              mono
              autoComplete="off"
              spellCheck={false}
              value={volume.path ?? ""}
              onChange={(event) => onChange({ ...volume, path: event.target.value })}
              onBlur={onLeave}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
