"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlLook } from "./control-look";
import { cx } from "./cx";
import { useFieldControl } from "./field-context";
import { Icon } from "./icon";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** The platform's own list: right on a phone, with the keyboard and with a screen reader. */
export function Select(
  props: Omit<ComponentProps<"select">, "children"> & { options: readonly SelectOption[] },
) {
  const { options, className, ...rest } = props;
  const field = useFieldControl();
  return (
    <span className={cx("relative flex min-w-0 items-center", className)}>
      <select
        {...field}
        {...rest}
        className={cx(controlLook, "h-(--control) appearance-none truncate pr-8 pl-2.5")}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} className="pointer-events-none absolute right-2.5 text-muted" />
    </span>
  );
}
