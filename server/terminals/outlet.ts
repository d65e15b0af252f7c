import type { ShellEnd } from "@/lib/schemas/terminal";

/** How a terminal reaches one page. */
export interface TerminalOutlet {
  /** `taken` is called when the page has drawn it. */
  data(chunk: Buffer, taken: () => void): void;
  end(end: Omit<ShellEnd, "id">): void;
}

/** Output that comes together goes together. */
const PIECE_BYTES = 64 * 1024;
/** Pieces that may be on their way. */
const WINDOW = 4;
/** With so much waiting, the program is not read on: `yes` costs no memory. */
const FULL_BYTES = 512 * 1024;

/** The output that one page has yet to take. */
export interface OutletQueue {
  push(chunk: Buffer): void;
  readonly isFull: boolean;
}

/** `onTaken` is called whenever a page took something. */
export function createOutletQueue(outlet: TerminalOutlet, onTaken: () => void): OutletQueue {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let onTheWay = 0;
  let isScheduled = false;

  const send = () => {
    isScheduled = false;
    while (onTheWay < WINDOW && waitingBytes > 0) {
      const all = Buffer.concat(waiting);
      const rest = all.subarray(PIECE_BYTES);
      waiting = rest.length > 0 ? [rest] : [];
      waitingBytes = rest.length;
      onTheWay += 1;
      outlet.data(all.subarray(0, PIECE_BYTES), () => {
        onTheWay -= 1;
        send();
        onTaken();
      });
    }
  };
  return {
    push: (chunk) => {
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(send);
    },
    get isFull() {
      return waitingBytes > FULL_BYTES;
    },
  };
}
