/** The last lines of something, oldest first. */
export interface Tail {
  push(line: string): void;
  lines(): readonly string[];
}

/** Keeps at most `size` lines. */
export function createTail(size: number): Tail {
  let kept: string[] = [];
  return {
    push: (line) => {
      kept.push(line);
      if (kept.length > size * 2) kept = kept.slice(-size);
    },
    lines: () => kept.slice(-size),
  };
}
