/** What a page that comes back is shown: a few thousand lines. */
const MAX_BYTES = 256 * 1024;

/** The last output of a terminal. */
export interface Scrollback {
  push(chunk: Buffer): void;
  /** All of it, beginning at a line's start if something older was dropped. */
  text(): Buffer;
}

/** Starts empty. */
export function createScrollback(maxBytes = MAX_BYTES): Scrollback {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isWhole = true;
  return {
    push: (chunk) => {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      while (bytes > maxBytes && chunks.length > 1) {
        bytes -= chunks.shift()?.length ?? 0;
        isWhole = false;
      }
    },
    text: () => {
      const all = Buffer.concat(chunks);
      return isWhole ? all : all.subarray(all.indexOf(0x0a) + 1);
    },
  };
}
