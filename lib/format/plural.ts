/** "1 host", "6 hosts", "no hosts": a count with its noun, for English catalogues. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

const grouped = (count: number) => count.toLocaleString("en");
