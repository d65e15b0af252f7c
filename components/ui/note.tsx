import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "@/lib/format/status";
import { cx } from "./cx";
import { Icon } from "./icon";
import { TONE_SHAPE, TONE_TINT } from "./tone";
import { TONE_ICONS } from "./tone-icons";

/** A tinted box in a form or a card: one bold sentence, then what to do. `alert` is read out at once. */
export function Note(props: {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  icon?: LucideIcon;
  alert?: boolean;
  actions?: ReactNode;
  className?: string;
}) {
  const {
    tone,
    title,
    children,
    icon = TONE_ICONS[tone],
    alert = false,
    actions,
    className,
  } = props;
  return (
    <div
      {...(alert ? { role: "alert" } : {})}
      className={cx(
        "flex gap-2.5 rounded-md px-3 py-2.5 text-sm inset-ring",
        TONE_TINT[tone],
        className,
      )}
    >
      <Icon of={icon} className={cx("mt-0.5", TONE_SHAPE[tone])} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-[580]">{title}</p>}
        {children !== undefined && <div className="text-muted">{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
