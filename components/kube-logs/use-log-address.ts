"use client";
import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** From where on a log is read: the last lines, seconds, or all there is. */
const SINCE = ["tail", "300", "3600", "86400", "all"] as const;
export type Since = (typeof SINCE)[number];
export const SINCES: readonly Since[] = SINCE;

export const SEVERITIES = ["all", "warn", "error"] as const;

const one = <T extends string>(of: readonly T[], value: string | null, otherwise: T): T =>
  of.find((each) => each === value) ?? otherwise;

/** What of the page stands in its address, so that it can be linked and reloaded. */
export function useLogAddress() {
  const params = useSearchParams();
  const set = useCallback((values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(values))
      if (value === "") next.delete(name);
      else next.set(name, value);
    window.history.replaceState(null, "", `?${next.toString()}`);
  }, []);
  return {
    namespace: params.get("namespace") ?? "",
    pod: params.get("pod") ?? "",
    selector: params.get("selector") ?? "",
    container: params.get("container") ?? "",
    since: one(SINCES, params.get("since"), "tail"),
    severity: one(SEVERITIES, params.get("severity"), "all"),
    previous: params.get("previous") === "true",
    /** The time of the line that was linked to. */
    line: params.get("line") ?? "",
    set,
  };
}
export type LogAddress = ReturnType<typeof useLogAddress>;
