"use client";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { statusLook, type StatusKind, type StatusOf, type Tone } from "@/lib/format/status";
import { cx } from "./cx";
import { Icon } from "./icon";
import { STATUS_ICONS } from "./status-icons";
import { TONE_SHAPE, TONE_TEXT, TONE_TINT } from "./tone";

/** Icon + word + colour for anything that is not in the status table: "31 done", "1 to solve". */
export function ToneLabel(props: {
  tone: Tone;
  icon: LucideIcon;
  children: ReactNode;
  pill?: boolean;
  size?: "xs" | "sm";
  turns?: boolean;
  className?: string;
}) {
  const { tone, icon, children, pill = false, size = pill ? "xs" : "sm", turns = false } = props;
  return (
    <span
      data-tone={tone}
      className={cx(
        "status inline-flex shrink-0 items-center gap-1.5 align-middle font-[520] whitespace-nowrap",
        size === "xs" ? "text-xs" : "text-sm",
        pill && "h-[22px] rounded-full pr-2 pl-1.5 inset-ring",
        pill && TONE_TINT[tone],
        TONE_TEXT[tone],
        props.className,
      )}
    >
      <Icon of={icon} size={15} turns={turns} className={TONE_SHAPE[tone]} />
      <span>{children}</span>
    </span>
  );
}

/** A state from the one table: `<Status of="job" is="failed" />`. Pill beside a title, plain in lists. */
export function Status<Kind extends StatusKind>(props: {
  of: Kind;
  is: StatusOf<Kind>;
  pill?: boolean;
  size?: "xs" | "sm";
  /** Said after the word, muted: "until 14:00", "by db". */
  note?: ReactNode;
  className?: string;
}) {
  const words: Record<string, string> = useBaseMessages().status[props.of];
  const look = statusLook(props.of, props.is);
  return (
    <ToneLabel
      tone={look.tone}
      icon={STATUS_ICONS[look.icon]}
      turns={look.turns ?? false}
      pill={props.pill ?? false}
      {...(props.size ? { size: props.size } : {})}
      {...(props.className ? { className: props.className } : {})}
    >
      {words[props.is] ?? props.is}
      {props.note !== undefined && <span className="font-meta text-muted"> {props.note}</span>}
    </ToneLabel>
  );
}
