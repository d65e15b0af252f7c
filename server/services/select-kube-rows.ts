import { ok, type Result } from "@/lib/core/result";
import { kubeQuery } from "@/lib/schemas/kube";
import {
  MAX_BULK,
  type SelectedRow,
  type SelectionAnswer,
  type SelectionInput,
} from "@/lib/schemas/kube-bulk";
import type { Kind, KubeRow } from "@/lib/kube/kind";
import type { Container } from "@/server/container";
import { clusterExists } from "./cluster-exists";
import { findKind } from "./find-kube-kind";
import { listKubeRows } from "./list-kube-rows";

type Needs = Pick<Container, "db" | "kube">;

/**
 * Names the selected objects that are still there, or every object that a list's filters let through: a list of
 * objects, fixed when somebody selects, so that nothing is changed that only came to match later.
 */
export async function selectKubeRows(
  needs: Needs,
  clusterId: string,
  { kind: name, of }: SelectionInput,
): Promise<Result<SelectionAnswer>> {
  const exists = await clusterExists(needs.db, clusterId);
  if (!exists.ok) return exists;
  const found = await findKind(needs.kube, clusterId, name);
  if (!found.ok) return found;
  const kind = found.value;
  if ("uids" in of) {
    const { rows, problem } = await needs.kube.lookAt(clusterId, kind);
    const there = of.uids.flatMap((uid) => rows?.get(uid) ?? []);
    const fresh = rows !== null && problem === null;
    return ok({ rows: there.map((row) => toSelected(kind, row)), total: there.length, fresh });
  }
  const query = kubeQuery.parse({ ...of.query, pageSize: MAX_BULK });
  const page = await listKubeRows(needs, { clusterId, kind: name, query });
  if (!page.ok) return page;
  const { rows, total, stale, asOf } = page.value;
  const fresh = !stale && asOf !== null;
  return ok({ rows: rows.map((row) => toSelected(kind, row)), total, fresh });
}

const toSelected = (kind: Kind, row: KubeRow): SelectedRow => {
  const { uid, namespace, name } = row;
  return { uid, namespace, name, actions: kind.actionsFor(row) };
};
