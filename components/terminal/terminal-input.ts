/** Keys that soft keyboards lack. */
export const SOFT_KEYS = ["esc", "tab", "left", "down", "up", "right"] as const;
export type SoftKey = (typeof SOFT_KEYS)[number];

/** Source: xterm, "PC-Style Function Keys": cursor keys end in these letters. */
const CURSOR = { up: "A", down: "B", right: "C", left: "D" } as const;

interface Mode {
  /** Ctrl is held. */
  readonly ctrl: boolean;
  /** What vi and less ask for while they run. Source: DECCKM. */
  readonly applicationCursor: boolean;
}

/** What a key sends to a program in a terminal. */
export function keyText(key: SoftKey, { ctrl, applicationCursor }: Mode): string {
  if (key === "esc") return "\u001b";
  if (key === "tab") return "\t";
  if (ctrl) return `\u001b[1;5${CURSOR[key]}`;
  return `\u001b${applicationCursor ? "O" : "["}${CURSOR[key]}`;
}

/** Typed text with Ctrl held: only its first key is meant. Source: ASCII: control codes are letters without two bits. */
export function withCtrl(text: string): string {
  const [first = ""] = text;
  return /^[a-zA-Z@[\]\\^_]$/.test(first)
    ? String.fromCharCode(first.toUpperCase().charCodeAt(0) & 0x1f) + text.slice(1)
    : text;
}
