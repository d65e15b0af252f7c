import { X, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** A filter. Plain: offers a choice · `on`: active, with × when it can be removed · `adds`: dashed, adds one. */
export function Chip(
  props: ComponentProps<"button"> & {
    icon?: LucideIcon;
    on?: boolean;
    adds?: boolean;
    removable?: boolean;
  },
) {
  const { icon, on = false, adds = false, removable = false, className, children, ...rest } = props;
  return (
    <button
      type="button"
      aria-pressed={on}
      {...rest}
      className={cx(
        "inline-flex h-[26px] shrink-0 items-center gap-1.5 rounded-full border px-[9px] text-xs font-nav whitespace-nowrap max-sm:h-[34px] max-sm:px-3 max-sm:text-sm",
        on ? "border-accent-line bg-accent-tint" : "border-line-strong bg-surface hover:bg-hover",
        adds && "border-dashed text-muted",
        className,
      )}
    >
      {icon && <Icon of={icon} size={13} className="text-muted" />}
      {children}
      {removable && <Icon of={X} size={13} className="text-muted" />}
    </button>
  );
}
