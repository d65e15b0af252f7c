import type { Tone } from "@/lib/format/status";

/** Text in the colour of a tone. */
export const TONE_TEXT = {
  ok: "text-ok",
  warn: "text-warn",
  danger: "text-danger",
  info: "text-info",
  unknown: "text-unknown",
  live: "text-accent",
} satisfies Record<Tone, string>;

/** Icons and shapes: brighter than text. */
export const TONE_SHAPE = {
  ok: "text-ok-solid",
  warn: "text-warn-solid",
  danger: "text-danger-solid",
  info: "text-info-solid",
  unknown: "text-unknown-solid",
  live: "text-accent-solid",
} satisfies Record<Tone, string>;

/** Filled shapes: bars, dots. */
export const TONE_FILL = {
  ok: "bg-ok-solid",
  warn: "bg-warn-solid",
  danger: "bg-danger-solid",
  info: "bg-info-solid",
  unknown: "bg-unknown-solid",
  live: "bg-accent-solid",
} satisfies Record<Tone, string>;

/** Tinted ground with its line: pills, notes, banners. */
export const TONE_TINT = {
  ok: "bg-ok-tint inset-ring-ok-line",
  warn: "bg-warn-tint inset-ring-warn-line",
  danger: "bg-danger-tint inset-ring-danger-line",
  info: "bg-info-tint inset-ring-info-line",
  unknown: "bg-unknown-tint inset-ring-unknown-line",
  live: "bg-accent-tint inset-ring-accent-line",
} satisfies Record<Tone, string>;

/** Border of a card that has this state. */
export const TONE_BORDER = {
  ok: "border-ok-line",
  warn: "border-warn-line",
  danger: "border-danger-line",
  info: "border-info-line",
  unknown: "border-unknown-line",
  live: "border-accent-line",
} satisfies Record<Tone, string>;
