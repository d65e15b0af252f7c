"use client";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** On or off, at once. For a choice that is sent later use a checkbox. */
export function Switch(props: Omit<ComponentProps<"input">, "type"> & { children?: ReactNode }) {
  const { children, className, ...rest } = props;
  const knob = (
    <input
      type="checkbox"
      role="switch"
      {...rest}
      className={cx(
        "relative h-[18px] w-[30px] shrink-0 appearance-none rounded-full bg-line-control transition-colors duration-(--quick) checked:bg-accent-solid disabled:opacity-50",
        "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-surface before:transition-transform before:duration-(--quick) checked:before:translate-x-3",
        "forced-colors:border",
      )}
    />
  );
  if (children === undefined) return <span className={cx("inline-flex", className)}>{knob}</span>;
  return (
    <label className={cx("flex items-start gap-2.5 text-sm leading-[18px]", className)}>
      {knob}
      <span className="min-w-0">{children}</span>
    </label>
  );
}
