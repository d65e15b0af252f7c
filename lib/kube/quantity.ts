/** Source: Kubernetes API reference, resource.Quantity: binary and decimal suffixes. */
const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(?:[eE]([+-]?\d+)|([a-zA-Z]{0,2}))$/;

/** The number behind "500m", "4028Mi" or "1e3"; null when it is not a quantity. */
export function parseQuantity(text: string | undefined): number | null {
  const match = QUANTITY.exec(text ?? "");
  if (match === null) return null;
  const [, figure = "", exponent, suffix = ""] = match;
  const factor = exponent === undefined ? FACTORS[suffix] : 10 ** Number(exponent);
  return factor === undefined ? null : Number(figure) * factor;
}

/** Thousandths of a CPU: "1500m" and "1.5" are both 1500. */
export function parseCpuMillis(text: string | undefined): number | null {
  const cpus = parseQuantity(text);
  return cpus === null ? null : Math.round(cpus * 1000);
}

/** Whole bytes. */
export function parseMemoryBytes(text: string | undefined): number | null {
  const bytes = parseQuantity(text);
  return bytes === null ? null : Math.round(bytes);
}
