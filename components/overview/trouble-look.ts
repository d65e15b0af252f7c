import {
  CalendarX,
  CircleX,
  Gauge,
  KeyRound,
  OctagonX,
  ShieldAlert,
  TriangleAlert,
  Unplug,
  ZapOff,
  type LucideIcon,
} from "lucide-react";
import type { Tone } from "@/lib/format/status";
import type { TroubleKind } from "@/lib/schemas/overview";

interface TroubleLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

const danger = (icon: LucideIcon): TroubleLook => ({ icon, tone: "danger" });
const warn = (icon: LucideIcon): TroubleLook => ({ icon, tone: "warn" });

/** How each kind of trouble is drawn. */
export const TROUBLE_LOOK = {
  "host-key-changed": danger(KeyRound),
  "certificate-ended": danger(CalendarX),
  "api-away": danger(Unplug),
  "nodes-not-ready": danger(CircleX),
  "site-drifted": danger(ShieldAlert),
  "site-differs": danger(ShieldAlert),
  "host-unreachable": danger(Unplug),
  "job-stopped": warn(ZapOff),
  "host-blocked": danger(OctagonX),
  "nodes-strained": warn(Gauge),
  "certificate-ends": warn(CalendarX),
  "host-warned": warn(TriangleAlert),
} as const satisfies Record<TroubleKind, TroubleLook>;
