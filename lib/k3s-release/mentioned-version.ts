/** Source: tags of k3s-io/k3s, such as v1.34.4+k3s1. At most 52 characters. */
const VERSION = /v\d{1,3}\.\d{1,3}\.\d{1,3}\+k3s\d{1,3}(?:-[a-z0-9.]{1,32})?/g;
/** Longer than any version: one that begins before the seam is whole. */
const SEAM_LENGTH = 64;

/**
 * Reads the version out of a k3s program, block by block: it is linked in as text, and the one that is
 * mentioned most is its own.
 */
export function createVersionReader() {
  const mentions = new Map<string, number>();
  let seam = "";
  /** Counts versions that begin before `limit`; answers where what was not looked at begins. */
  const count = (text: string, limit: number): number => {
    let from = limit;
    for (const { 0: version, index } of text.matchAll(VERSION)) {
      if (index >= limit) break;
      mentions.set(version, (mentions.get(version) ?? 0) + 1);
      from = Math.max(from, index + version.length);
    }
    return from;
  };
  return {
    /** The next block, as latin1 text: one character a byte. */
    add: (block: string): void => {
      const text = seam + block;
      seam = text.slice(count(text, Math.max(0, text.length - SEAM_LENGTH)));
    },
    /** The version; null when no text looked like one. */
    end: (): string | null => {
      count(seam, seam.length);
      return [...mentions].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    },
  };
}
