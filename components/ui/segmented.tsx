"use client";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
}

/** A choice between few views of the same thing: Graph, List, Time. */
export function Segmented<Id extends string>(props: {
  label: string;
  segments: readonly Segment<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
}) {
  const { label, segments, value, onChange, className } = props;
  return (
    <div
      role="group"
      aria-label={label}
      className={cx(
        "inline-flex gap-px self-center rounded-md border border-line-strong bg-sunken p-0.5",
        className,
      )}
    >
      {segments.map((segment) => (
        <button
          key={segment.id}
          type="button"
          aria-pressed={segment.id === value}
          onClick={() => onChange(segment.id)}
          className="inline-flex h-6 items-center gap-1.5 rounded-sm px-2.5 text-xs font-[520] whitespace-nowrap text-muted aria-pressed:bg-surface aria-pressed:text-text aria-pressed:shadow-1 aria-pressed:ring aria-pressed:ring-line max-sm:h-[34px] max-sm:px-3 max-sm:text-sm dark:aria-pressed:bg-raised"
        >
          {segment.icon && <Icon of={segment.icon} size={14} />}
          {segment.label}
        </button>
      ))}
    </div>
  );
}
