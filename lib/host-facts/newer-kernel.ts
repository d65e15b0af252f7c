/** "6.1.0-18-amd64" → "amd64", "6.6.31+rpt-rpi-v8" → "rpi-v8": kernels of one flavour follow each other. */
const flavourOf = (release: string): string => /-([A-Za-z].*)$/.exec(release)?.[1] ?? "";

const numbersOf = (release: string): readonly number[] =>
  release
    .slice(0, release.length - flavourOf(release).length)
    .split(/\D+/)
    .filter((part) => part !== "")
    .map(Number);

/** Positive when `a` is the later one. Missing parts count as 0. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The newest installed kernel of the running one's flavour; null when none is later than what runs. */
export function newerKernel(running: string, installed: readonly string[]): string | null {
  const later = installed
    .filter((release) => flavourOf(release) === flavourOf(running))
    .filter((release) => compare(numbersOf(release), numbersOf(running)) > 0)
    .toSorted((a, b) => compare(numbersOf(a), numbersOf(b)));
  return later.at(-1) ?? null;
}
