"use client";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** One of several; give all of them the same `name`. `help` says what choosing it means. */
export function Radio(
  props: Omit<ComponentProps<"input">, "type"> & { children: ReactNode; help?: ReactNode },
) {
  const { children, help, className, ...rest } = props;
  return (
    <label className={cx("flex gap-2 text-sm leading-5", className)}>
      <input
        type="radio"
        {...rest}
        className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border-[1.5px] border-line-control bg-surface checked:border-5 checked:border-accent-solid checked:bg-on-accent disabled:opacity-50"
      />
      <span className="min-w-0">
        {children}
        {help !== undefined && <span className="block text-xs text-muted">{help}</span>}
      </span>
    </label>
  );
}
