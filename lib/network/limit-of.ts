import type { Origin } from "@/lib/schemas/site-origin";

/** New connections that what decided lets one source open in a minute; null: any number. */
export function limitOf(by: Origin): number | null {
  if (by.kind === "cell") return by.cell.newPerMinute;
  return by.kind === "forward" ? by.forward.newPerMinute : null;
}
