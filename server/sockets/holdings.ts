import type { Holdings } from "./define-socket-event";

/** Starts without any. */
export function createHoldings(): Holdings {
  const ends = new Map<string, () => void>();
  let isOver = false;
  const drop = (name: string) => {
    const end = ends.get(name);
    ends.delete(name);
    end?.();
  };
  return {
    get size() {
      return ends.size;
    },
    add: (name, end) => {
      drop(name);
      if (isOver) end();
      else ends.set(name, end);
    },
    drop,
    endAll: () => {
      isOver = true;
      [...ends.keys()].forEach(drop);
    },
  };
}
