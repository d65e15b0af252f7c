/** What a host's answer consists of: output, and marks that our own script printed between it. */
export type Piece =
  | { readonly kind: "data"; readonly bytes: Buffer }
  | { readonly kind: "mark"; readonly text: string };

const NEWLINE = 0x0a;
/** A mark's text is a few words; anything longer was never printed by our script. */
const MARK_TEXT_LIMIT = 200;

/**
 * Splits a byte stream at marks ("<marker>text\n"). Works on bytes, so that binary output and characters
 * cut in two by the network stay whole; holds back only what may be the beginning of a mark.
 */
export class MarkReader {
  readonly #marker: Buffer;
  #pending: Buffer = Buffer.alloc(0);

  constructor(marker: string) {
    this.#marker = Buffer.from(marker, "latin1");
  }

  push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = [];
    let rest = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const at = rest.indexOf(this.#marker);
      if (at < 0) break;
      if (at > 0) pieces.push({ kind: "data", bytes: rest.subarray(0, at) });
      const textAt = at + this.#marker.length;
      const end = rest.indexOf(NEWLINE, textAt);
      if (end < 0 && rest.length - textAt < MARK_TEXT_LIMIT) {
        this.#pending = rest.subarray(at);
        return pieces;
      }
      const stop = end < 0 ? rest.length : end;
      pieces.push({ kind: "mark", text: rest.subarray(textAt, stop).toString("latin1") });
      rest = rest.subarray(stop + 1);
    }
    const held = this.#heldBack(rest);
    const free = rest.length - held;
    if (free > 0) pieces.push({ kind: "data", bytes: rest.subarray(0, free) });
    this.#pending = rest.subarray(free);
    return pieces;
  }

  /** Length of the longest end of `bytes` with which a marker begins. */
  #heldBack(bytes: Buffer): number {
    const longest = Math.min(bytes.length, this.#marker.length - 1);
    for (let length = longest; length > 0; length--) {
      const end = bytes.subarray(bytes.length - length);
      if (end.equals(this.#marker.subarray(0, length))) return length;
    }
    return 0;
  }
}
