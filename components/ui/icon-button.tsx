import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook, type ButtonSize } from "./button-look";
import { cx } from "./cx";
import { Icon } from "./icon";

/** A button that shows only an icon. `label` is its accessible name and its tooltip. */
export function IconButton(
  props: ComponentProps<"button"> & {
    icon: LucideIcon;
    label: string;
    look?: ButtonLook;
    size?: ButtonSize;
  },
) {
  const { icon, label, look = "ghost", size = "md", className, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        buttonLook({ look, size, square: true }),
        "aria-pressed:bg-selected",
        className,
      )}
    >
      <Icon of={icon} size={size === "sm" ? 14 : 16} />
    </button>
  );
}
