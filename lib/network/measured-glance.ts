import type { MeasuredGlance, MeasuredPair, SiteMeasurement } from "@/lib/schemas/site-view-row";

/** Whether a probe went otherwise than the policy says. */
export const differs = ({ expected, measured }: MeasuredPair): boolean =>
  measured !== "untested" && measured !== expected;

/** A measurement in three numbers. */
export function glanceOf({ at, pairs }: SiteMeasurement): MeasuredGlance {
  const untested = pairs.filter(({ measured }) => measured === "untested").length;
  const differ = pairs.filter(differs).length;
  return { at, agree: pairs.length - untested - differ, differ, untested };
}
