"use client";
import { kit } from "@/lib/i18n/en/kit";
import { Status } from "@/components/ui/status";
import { STATUS, type StatusKind, type StatusOf } from "@/lib/format/status";
import { KitSection } from "./kit-section";
import { SWATCHES } from "./samples";

const kinds = Object.keys(STATUS) as StatusKind[];
const statesOf = (kind: StatusKind) => Object.keys(STATUS[kind]) as StatusOf<StatusKind>[];

/** The whole status vocabulary, plain and as pills. */
export function StatusParts() {
  const m = kit;
  return (
    <KitSection title={m.status}>
      <div className="grid gap-4">
        {kinds.map((kind) => (
          <div key={kind}>
            <h3 className="mb-2 text-2xs text-muted capitalize">{kind}</h3>
            <div className="flex flex-wrap gap-x-[18px] gap-y-2">
              {statesOf(kind).map((state) => (
                <Status key={state} of={kind} is={state} pill={kind === "job"} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </KitSection>
  );
}

/** Ground, lines and ink. */
export function SwatchParts() {
  const m = kit;
  return (
    <KitSection title={m.ground}>
      <ul className="grid grid-cols-4 gap-2.5 max-sm:grid-cols-2">
        {SWATCHES.map((name) => (
          <li key={name} className="grid grid-cols-[28px_1fr] items-center gap-2 text-xs">
            <span
              className="h-7 rounded-[6px] inset-ring inset-ring-line-strong"
              style={{ background: `var(--${name})` }}
            />
            <code className="truncate">{name}</code>
          </li>
        ))}
      </ul>
    </KitSection>
  );
}
