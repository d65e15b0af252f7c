import type { z } from "zod";
import {
  type ClusterOperation,
  clusterOperation,
  type HostOperation,
  hostOperation,
  type Operation,
} from "./operation";

/** The operation in the address of a plan page; null when it holds none the panel knows. */
export function readOperation(value: Param): ClusterOperation | null {
  return value === undefined ? { kind: "create" } : read(clusterOperation, value);
}

/** The same of a host's plan page, where nothing goes without saying. */
export const readHostOperation = (value: Param): HostOperation | null => read(hostOperation, value);

type Param = string | readonly string[] | undefined;

function read<T extends z.ZodType>(schema: T, value: Param): z.output<T> | null {
  if (typeof value !== "string") return null;
  try {
    return schema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/** The address of the plan of reboots, one after another. */
export const rebootHref = (clusterId: string, hostIds: readonly string[]): string =>
  planHref(clusterId, { kind: "reboot", hostIds: [...hostIds], boots: {} });

/** The address of the plan of an operation on a cluster. */
export const planHref = (clusterId: string, what: ClusterOperation): string =>
  `/clusters/${clusterId}/plan?${parameter(what)}`;

/** The address of the plan of an operation on hosts, shown at the first of them. */
export const hostPlanHref = (what: HostOperation): string =>
  `/hosts/${what.hostIds[0] ?? ""}/plan?${parameter(what)}`;

const parameter = (what: Operation) => `operation=${encodeURIComponent(JSON.stringify(what))}`;
