import type { Problem } from "@/lib/core/problem";
import { formatBytes } from "@/lib/format/bytes";
import { storageProblem } from "@/server/db/storage-problem";

/** Source: errno(3): no space left, quota exceeded, file too large for the file system. */
const FULL: readonly unknown[] = ["ENOSPC", "EDQUOT", "EFBIG"];

/** The problem behind an error of node:fs when there is no room; null when it is about something else. */
export const explainWrite = (error: unknown): Problem | null =>
  error instanceof Error && "code" in error && FULL.includes(error.code)
    ? storageProblem(
        "The disk of the panel's data folder is full. Nothing of this file was kept.",
        "Free some space on the panel's machine; bundles that no cluster uses can be removed.",
        "Or point GANDALF_DATA at a larger disk.",
      )
    : null;

/** Not enough room for what was announced, said before a byte has travelled. */
export const noRoom = (needBytes: number, freeBytes: number): Problem =>
  storageProblem(
    `These files need ${formatBytes(needBytes, "en")}, but the panel's data folder has room for ${formatBytes(Math.max(0, freeBytes), "en")}.`,
    "Free some space on the panel's machine; bundles that no cluster uses can be removed.",
    "Choose the .tar.zst archive of the images: it is the smallest.",
  );
