import { describeCommand } from "@/lib/console/typed-command";
import type { ObjectRef } from "@/lib/schemas/kube-object";

/** The page with kubectl; `typed` stands at its prompt, and is not run. */
export const consoleHref = (clusterId: string, typed?: string): string =>
  `/clusters/${clusterId}/kubectl${typed === undefined ? "" : `?${new URLSearchParams({ typed })}`}`;

/** The same with the object's description typed; null when its name cannot be typed safely. */
export function describeHref(clusterId: string, ref: ObjectRef): string | null {
  const command = describeCommand(ref);
  return command === null ? null : consoleHref(clusterId, command);
}
