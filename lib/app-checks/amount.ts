const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** An amount of a resource as it is read: "320 MiB", "10 GiB", "0.5". */
export function amountText(resource: string, amount: number): string {
  if (resource.includes("storage")) return `${rounded(amount / GIB)} GiB`;
  return resource.includes("memory") ? `${Math.round(amount / MIB)} MiB` : rounded(amount);
}

const rounded = (amount: number) => String(Math.round(amount * 1000) / 1000);
