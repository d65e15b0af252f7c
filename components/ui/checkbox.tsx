"use client";
import { Check, Minus } from "lucide-react";
import { useEffect, useRef, type ComponentProps, type ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** A tick box; with `children` it carries its own label. `indeterminate`: some of many. */
export function Checkbox(
  props: Omit<ComponentProps<"input">, "type" | "ref"> & {
    indeterminate?: boolean;
    children?: ReactNode;
  },
) {
  const { indeterminate = false, children, className, ...rest } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const mark = (
    <span className="relative grid size-4 shrink-0 place-items-center">
      <input
        ref={box}
        type="checkbox"
        {...rest}
        className="peer relative size-4 appearance-none before:absolute before:-inset-2 max-sm:before:-inset-3.5 rounded-[4px] border-[1.5px] border-line-control bg-surface checked:border-accent-solid checked:bg-accent-solid indeterminate:border-accent-solid indeterminate:bg-accent-solid disabled:opacity-50"
      />
      <Icon
        of={indeterminate ? Minus : Check}
        size={12}
        className="pointer-events-none absolute hidden stroke-3 text-on-accent peer-checked:block peer-indeterminate:block"
      />
    </span>
  );
  if (children === undefined) return <span className={cx("inline-grid", className)}>{mark}</span>;
  return (
    <label className={cx("flex gap-2 text-sm leading-5 [&>span:first-child]:mt-0.5", className)}>
      {mark}
      <span className="min-w-0">{children}</span>
    </label>
  );
}
