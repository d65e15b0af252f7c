import type { FileState } from "@/lib/provision/facts/file-state";

interface Wanted {
  readonly content: string;
  readonly mode: number;
  readonly owner: string;
}

const octal = (mode: number) => `0${mode.toString(8)}`;

/** How a file differs from what it shall be, as a clause; null when it does not. */
export function fileGap(file: FileState | null, wanted: Wanted): string | null {
  if (file === null) return "create it";
  if (file.text !== wanted.content) return "new content";
  if (file.mode !== wanted.mode) return `mode ${octal(file.mode)} → ${octal(wanted.mode)}`;
  if (file.owner !== wanted.owner) return `owner ${file.owner} → ${wanted.owner}`;
  return null;
}
