import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook, type ButtonSize } from "./button-look";
import { Icon } from "./icon";

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink(
  props: ComponentProps<typeof Link> & {
    look?: ButtonLook;
    size?: ButtonSize;
    icon?: LucideIcon;
    endIcon?: LucideIcon;
  },
) {
  const { look, size, icon, endIcon, className, children, ...rest } = props;
  const iconSize = size === "sm" ? 14 : 16;
  return (
    <Link {...rest} className={buttonLook({ look, size, className })}>
      {icon && <Icon of={icon} size={iconSize} />}
      {children}
      {endIcon && <Icon of={endIcon} size={iconSize} />}
    </Link>
  );
}
