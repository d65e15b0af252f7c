import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook, type ButtonSize } from "./button-look";
import { Icon } from "./icon";

export interface ButtonProps extends ComponentProps<"button"> {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Behind the words: an arrow, a chevron. */
  endIcon?: LucideIcon;
  /** Its own action is under way: it turns, keeps its width and cannot be pressed again. */
  busy?: boolean;
}

/** At most one `primary` per region. `type="button"` unless told otherwise. */
export function Button(props: ButtonProps) {
  const { look, size, icon, endIcon, busy = false, className, children, disabled, ...rest } = props;
  const iconSize = size === "sm" ? 14 : 16;
  const shown = busy ? LoaderCircle : icon;
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={buttonLook({ look, size, className })}
    >
      {shown && <Icon of={shown} size={iconSize} turns={busy} />}
      {children}
      {endIcon && <Icon of={endIcon} size={iconSize} />}
    </button>
  );
}
