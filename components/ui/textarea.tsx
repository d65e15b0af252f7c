"use client";
import type { ComponentProps } from "react";
import { controlLook } from "./control-look";
import { cx } from "./cx";
import { useFieldControl } from "./field-context";

/** Several lines of text: a pasted list, a key. */
export function Textarea(props: ComponentProps<"textarea"> & { mono?: boolean }) {
  const { mono = false, className, ...rest } = props;
  const field = useFieldControl();
  return (
    <textarea
      rows={4}
      spellCheck={false}
      {...field}
      {...rest}
      className={cx(controlLook, "px-2.5 py-1.5", mono && "font-mono text-xs", className)}
    />
  );
}
