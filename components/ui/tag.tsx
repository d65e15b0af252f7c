import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** A short fact that is not a state: "ed25519", "reboot", "secret". */
export function Tag(props: { icon?: LucideIcon; children: ReactNode; className?: string }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 shrink-0 items-center gap-1 rounded-[4px] bg-sunken px-1.5 text-2xs font-[520] whitespace-nowrap text-muted inset-ring inset-ring-line",
        props.className,
      )}
    >
      {props.icon && <Icon of={props.icon} size={12} />}
      {props.children}
    </span>
  );
}
