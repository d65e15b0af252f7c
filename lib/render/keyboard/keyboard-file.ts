import type { Keyboard } from "@/lib/schemas/host-settings";

/** Debian's own first lines for a host without a keyboard file. Source: keyboard(5). */
const EMPTY = 'XKBMODEL="pc105"\nXKBLAYOUT=""\nXKBVARIANT=""\nXKBOPTIONS=""\n\nBACKSPACE="guess"\n';

/** /etc/default/keyboard with the layout; other keys and comments stay. */
export function keyboardFile(text: string | null, { layout, model, variant }: Keyboard): string {
  const values: Readonly<Record<string, string | undefined>> = {
    XKBLAYOUT: layout,
    XKBVARIANT: variant ?? "",
    XKBMODEL: model,
  };
  return Object.entries(values).reduce(
    (file, [key, value]) => (value === undefined ? file : withKey(file, key, value)),
    text ?? EMPTY,
  );
}

function withKey(text: string, key: string, value: string): string {
  const line = `${key}="${value}"`;
  const own = new RegExp(`^[ \\t]*${key}=.*$`, "m");
  if (own.test(text)) return text.replace(own, line);
  return `${text === "" || text.endsWith("\n") ? text : `${text}\n`}${line}\n`;
}

/** The layout that a file names; null when it names none. */
export const layoutOf = (text: string): string | null =>
  /^[ \t]*XKBLAYOUT="?([A-Za-z0-9_,-]+)"?/m.exec(text)?.[1] ?? null;
