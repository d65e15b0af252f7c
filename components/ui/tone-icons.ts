import {
  CircleCheck,
  Info,
  LoaderCircle,
  OctagonX,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import type { Tone } from "@/lib/format/status";

/** The drawing of a tone where no state names its own. */
export const TONE_ICONS = {
  ok: CircleCheck,
  warn: TriangleAlert,
  danger: OctagonX,
  info: Info,
  unknown: Info,
  live: LoaderCircle,
} satisfies Record<Tone, LucideIcon>;
