import { type Operation, operation } from "./operation";

/** The operation in the address of a plan page; null when it holds none the panel knows. */
export function readOperation(value: string | readonly string[] | undefined): Operation | null {
  if (value === undefined) return { kind: "create" };
  if (typeof value !== "string") return null;
  try {
    const read = operation.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The address of the plan of reboots, one after another. */
export const rebootHref = (clusterId: string, hostIds: readonly string[]): string =>
  planHref(clusterId, { kind: "reboot", hostIds: [...hostIds], boots: {} });

/** The address of the plan of an operation. */
export const planHref = (clusterId: string, what: Operation): string =>
  `/clusters/${clusterId}/plan?operation=${encodeURIComponent(JSON.stringify(what))}`;
