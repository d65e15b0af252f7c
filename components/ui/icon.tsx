import type { LucideIcon } from "lucide-react";
import { cx } from "./cx";

/** 16 px at 1.75, 14 and 12 at 2: the strokes keep their weight. Always beside a word. */
export function Icon(props: {
  of: LucideIcon;
  size?: 12 | 13 | 14 | 15 | 16 | 18 | 20 | 21;
  turns?: boolean;
  className?: string;
}) {
  const { of: Glyph, size = 16, turns = false, className } = props;
  return (
    <Glyph
      aria-hidden
      size={size}
      strokeWidth={size < 15 ? 2 : 1.75}
      className={cx("shrink-0", turns && "animate-turn", className)}
    />
  );
}
