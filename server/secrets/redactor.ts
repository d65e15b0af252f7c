import { REDACTED, reveal, type Secret } from "@/lib/core/secret";

/** Shorter values would blank out ordinary words. */
const MIN_LENGTH = 6;
/** Bound on what is remembered; the oldest go first. */
const MAX_VALUES = 2000;

/** Removes known secrets from text that leaves the panel: logs, events, evidence. */
export interface Redactor {
  /** Remembers a secret; from now on no line shows it. */
  register(secret: Secret): void;
  /** The text without any registered secret, also not base64- or URL-encoded. */
  redact(text: string): string;
}

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

const withoutPadding = (base64: string) => base64.replace(/=+$/, "");

/** How a value may look in a program's output. */
function spellings(value: string): readonly string[] {
  const whole = [
    value,
    withoutPadding(Buffer.from(value).toString("base64")),
    Buffer.from(value).toString("base64url"),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ];
  // A private key is printed line by line.
  const lines = value.split("\n").map((line) => line.trim());
  return [...whole, ...(lines.length > 1 ? lines.filter((line) => line.length >= 20) : [])];
}

/** Starts empty. */
export function createRedactor(): Redactor {
  const known = new Set<string>();
  let pattern: RegExp | null = null;
  return {
    register: (secret) => {
      for (const spelling of spellings(reveal(secret).trim()))
        if (spelling.length >= MIN_LENGTH && !/^-{5}(BEGIN|END) /.test(spelling))
          known.add(spelling);
      for (const oldest of known) {
        if (known.size <= MAX_VALUES) break;
        known.delete(oldest);
      }
      pattern = null;
    },
    redact: (text) => {
      if (known.size === 0) return text;
      pattern ??= new RegExp(
        [...known]
          .sort((a, b) => b.length - a.length) // a longer secret may contain a shorter one
          .map(escapeForRegExp)
          .join("|"),
        "g",
      );
      return text.replace(pattern, REDACTED);
    },
  };
}
