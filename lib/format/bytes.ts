const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** A size split into its figure and its unit, so that the unit can be muted. */
export interface ByteParts {
  readonly figure: string;
  readonly unit: string;
}

/** Binary units, at most one decimal and none above 10 of its unit: 905 MiB, 1.6 GiB, 16 GiB. */
export function byteParts(bytes: number, locale: string): ByteParts {
  const power = bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10);
  let index = Math.min(power, UNITS.length - 1);
  let amount = bytes / 1024 ** index;
  if (Math.round(amount) >= 1000 && index < UNITS.length - 1) {
    index += 1;
    amount = bytes / 1024 ** index;
  }
  const digits = index === 0 || amount >= 10 ? 0 : 1;
  const figure = new Intl.NumberFormat(locale, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(amount);
  return { figure, unit: UNITS[index] ?? "B" };
}

/** "1.6 GiB" */
export function formatBytes(bytes: number, locale: string): string {
  const { figure, unit } = byteParts(bytes, locale);
  return `${figure} ${unit}`;
}
