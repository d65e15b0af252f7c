/** What one command may leave in memory; more than any fact needs. */
const LIMIT_BYTES = 16 * 1024 * 1024;

/** Collects a command's output; when it exceeds the limit, its beginning is dropped. */
export class OutputBuffer {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    while (this.#bytes > LIMIT_BYTES && this.#chunks.length > 1)
      this.#bytes -= this.#chunks.shift()?.length ?? 0;
  }

  /** As UTF-8; invalid bytes become U+FFFD. */
  text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}
