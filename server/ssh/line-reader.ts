import { StringDecoder } from "node:string_decoder";

/** A line longer than this is shown in pieces: a progress bar that never ends must not fill memory. */
const LINE_LIMIT = 16_384;

/**
 * Bytes to lines, split at \n, \r\n and \r (progress bars); empty lines between \r and \n are not made up.
 * Invalid UTF-8 becomes U+FFFD.
 */
export class LineReader {
  readonly #decoder = new StringDecoder("utf8");
  readonly #onLine: (line: string) => void;
  #partial = "";
  #afterReturn = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(bytes: Buffer): void {
    this.#take(this.#decoder.write(bytes));
  }

  /** The last line may have no end. */
  end(): void {
    this.#take(this.#decoder.end());
    if (this.#partial !== "") this.#onLine(this.#partial);
    this.#partial = "";
  }

  #take(text: string): void {
    if (text === "") return;
    const fresh = this.#afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    this.#afterReturn = text.endsWith("\r");
    const lines = (this.#partial + fresh).split(/\r\n|\n|\r/);
    this.#partial = lines.pop() ?? "";
    for (const line of lines) this.#onLine(line);
    while (this.#partial.length > LINE_LIMIT) {
      this.#onLine(this.#partial.slice(0, LINE_LIMIT));
      this.#partial = this.#partial.slice(LINE_LIMIT);
    }
  }
}
