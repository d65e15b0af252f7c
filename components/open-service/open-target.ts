import { OPENABLE_KINDS, type OpeningRow, type OpenTarget } from "@/lib/schemas/opening";
import type { ObjectRef } from "@/lib/schemas/kube-object";

/** The object as something to open; null for kinds that lead to no pods. */
export function openTargetOf({ kind, namespace, name }: ObjectRef): OpenTarget | null {
  const openable = OPENABLE_KINDS.find((each) => each === kind);
  return openable === undefined ? null : { kind: openable, namespace, name };
}

/** Where the list of open apps, and each of them, lies in the panel's API. */
export const openingsPath = (clusterId: string): string => `/clusters/${clusterId}/openings`;

/** What a new tab is sent to; the panel leads on from there, by a ticket that works once. */
export const enterHref = (clusterId: string, { id }: Pick<OpeningRow, "id">): string =>
  `/api/v1${openingsPath(clusterId)}/${id}/enter`;

/** The same for kubectl. Source: kubectl reference, "port-forward". */
export function kubectlLine({ kind, namespace, name }: OpenTarget, port: number): string {
  const local = port < 1024 ? port + 8000 : port;
  return `kubectl -n ${namespace} port-forward ${kind.toLowerCase()}/${name} ${local}:${port}`;
}
