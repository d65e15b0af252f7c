"use client";
import { useMemo } from "react";
import { byteParts, formatBytes } from "@/lib/format/bytes";
import { formatClock, formatDate, formatDateTime } from "@/lib/format/date";
import { formatAge, formatDuration } from "@/lib/format/duration";
import { formatRelative } from "@/lib/format/relative";
import { useLocale } from "./locale";
import { useBaseMessages } from "./use-base-messages";

/** Formatters in the viewer's language: `f.bytes(n)`, `f.duration(ms)`, `f.relative(atMs, nowMs)`. */
export function useFormat() {
  const locale = useLocale();
  const words = useBaseMessages().ui;
  return useMemo(
    () => ({
      number: (value: number) => new Intl.NumberFormat(locale).format(value),
      percent: (ratio: number) =>
        `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(ratio * 100)} %`,
      bytes: (bytes: number) => formatBytes(bytes, locale),
      byteParts: (bytes: number) => byteParts(bytes, locale),
      duration: (durationMs: number) => formatDuration(durationMs, locale),
      age: formatAge,
      clock: (atMs: number) => formatClock(atMs, { locale }),
      date: (atMs: number, nowMs: number) => formatDate(atMs, nowMs, { locale }),
      dateTime: (atMs: number, nowMs: number) => formatDateTime(atMs, nowMs, { locale }),
      relative: (atMs: number, nowMs: number) => formatRelative(atMs, nowMs, { locale, words }),
    }),
    [locale, words],
  );
}
