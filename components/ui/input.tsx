"use client";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { controlLook } from "./control-look";
import { cx } from "./cx";
import { useFieldControl } from "./field-context";
import { Icon } from "./icon";

/** One line of text. `end` sits inside at the right: a unit, a key, a button. */
export function Input(
  props: ComponentProps<"input"> & {
    icon?: LucideIcon;
    end?: ReactNode;
    /** False: a phone needs the room for the text, such as beside a key that it does not have. */
    endOnPhone?: boolean;
    /** For what can be typed into a shell. */
    mono?: boolean;
  },
) {
  const { icon, end, endOnPhone = true, mono = false, className, ...rest } = props;
  const field = useFieldControl();
  return (
    <span className={cx("relative flex min-w-0 items-center", className)}>
      {icon && <Icon of={icon} className="pointer-events-none absolute left-2.5 text-muted" />}
      <input
        {...field}
        {...rest}
        className={cx(
          controlLook,
          "h-(--control)",
          icon ? "pl-[34px]" : "pl-2.5",
          end === undefined ? "pr-2.5" : cx("pr-20", !endOnPhone && "max-sm:pr-2.5"),
          mono && "font-mono text-xs",
        )}
      />
      {end !== undefined && (
        <span
          className={cx(
            "absolute right-1.5 flex items-center gap-1.5 text-xs text-muted",
            !endOnPhone && "max-sm:hidden",
          )}
        >
          {end}
        </span>
      )}
    </span>
  );
}
