const NEWLINE = 0x0a;

/** Longer lines are cut: a browser shows nothing useful of a megabyte in one line. */
export const MAX_LINE_BYTES = 16_384;

/** Whole lines, each with its newline. */
export interface LineBatch {
  readonly data: Buffer;
  readonly lines: number;
}

/** Collects bytes until they are lines. */
export interface LineBatcher {
  /** Null while there is no whole line. */
  push(chunk: Buffer): LineBatch | null;
  /** What came after the last newline, when nothing more will come. */
  rest(): LineBatch | null;
}

const cutNote = (bytes: number) => Buffer.from(` … [cut: the line has ${bytes} bytes]\n`);

/** Not within a character. Source: RFC 3629: continuation bytes are 10xxxxxx. */
function cutAt(line: Buffer): number {
  let at = MAX_LINE_BYTES;
  while (at > MAX_LINE_BYTES - 4 && ((line[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

const cutLine = (line: Buffer, bytes: number): Buffer =>
  Buffer.concat([line.subarray(0, cutAt(line)), cutNote(bytes)]);

/** Counts the lines of whole lines, and cuts those that are too long. */
function finish(data: Buffer): LineBatch {
  const pieces: Buffer[] = [];
  let lines = 0;
  let kept = 0;
  for (let from = 0; from < data.length; lines += 1) {
    const end = data.indexOf(NEWLINE, from);
    if (end - from > MAX_LINE_BYTES) {
      pieces.push(data.subarray(kept, from), cutLine(data.subarray(from, end), end - from));
      kept = end + 1;
    }
    from = end + 1;
  }
  return { data: kept === 0 ? data : Buffer.concat([...pieces, data.subarray(kept)]), lines };
}

/** Starts with nothing. It holds at most one line's kept bytes, however long that line becomes. */
export function createLineBatcher(): LineBatcher {
  let held: Buffer[] = [];
  let heldBytes = 0;
  /** Of the unfinished line, including what is not held. */
  let lineBytes = 0;

  const hold = (chunk: Buffer) => {
    lineBytes += chunk.length;
    // One byte more than is shown, so that the cut knows whether it is within a character.
    const room = MAX_LINE_BYTES + 1 - heldBytes;
    const part = chunk.length > room ? chunk.subarray(0, Math.max(0, room)) : chunk;
    if (part.length === 0) return;
    held.push(Buffer.from(part)); // a copy: the rest of a large chunk must not stay in memory
    heldBytes += part.length;
  };
  const release = (): Buffer => {
    const line = Buffer.concat(held);
    const whole = lineBytes > MAX_LINE_BYTES ? cutLine(line, lineBytes) : line;
    held = [];
    heldBytes = 0;
    lineBytes = 0;
    return whole;
  };

  return {
    push: (chunk) => {
      const last = chunk.lastIndexOf(NEWLINE);
      if (last < 0) {
        hold(chunk);
        return null;
      }
      const first = chunk.indexOf(NEWLINE);
      const whole = chunk.subarray(0, last + 1);
      let batch: LineBatch;
      if (lineBytes === 0) batch = finish(whole);
      else {
        hold(chunk.subarray(0, first));
        const isCut = lineBytes > MAX_LINE_BYTES;
        const line = release();
        const tail = finish(chunk.subarray(first + 1, last + 1));
        const parts = isCut ? [line, tail.data] : [line, Buffer.of(NEWLINE), tail.data];
        batch = { data: Buffer.concat(parts), lines: tail.lines + 1 };
      }
      if (last + 1 < chunk.length) hold(chunk.subarray(last + 1));
      return batch;
    },
    rest: () => {
      if (lineBytes === 0) return null;
      const isCut = lineBytes > MAX_LINE_BYTES;
      const line = release();
      return { data: isCut ? line : Buffer.concat([line, Buffer.of(NEWLINE)]), lines: 1 };
    },
  };
}
