import { fail, ok, type Result } from "@/lib/core/result";
import { ofScalingToZero } from "@/lib/kube-bulk/combine-blasts";
import { takesPods } from "@/lib/kube-write/drain-preview";
import type { RawNodeObject } from "@/lib/kube-write/raw-objects";
import type { BulkPreview, BulkPreviewInput } from "@/lib/schemas/kube-bulk";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { listObjects } from "@/server/kube/write/object-access";
import { readBulkBlast } from "@/server/kube/write/read-bulk-blast";
import { readDrain } from "@/server/kube/write/read-drain";
import { kubeWriter, shownProblem, type Asking } from "./kube-writer";

/** What a change of many objects takes with it, taken together. Changes nothing. */
export async function previewBulk(
  needs: Pick<Container, "db" | "kube">,
  asking: Asking,
  input: BulkPreviewInput,
): Promise<Result<BulkPreview>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const { api } = writer.value;
  const { change, objects } = input;
  const plain = harmless(objects.length);
  if (change.action === "drain") return previewDrains(api, objects);
  if (change.action === "cordon") return previewCordons(api, objects);
  if (change.action !== "delete" && !(change.action === "scale" && change.replicas === 0))
    return ok(plain);
  const blast = await readBulkBlast(api, objects);
  if (!blast.ok) return fail(shownProblem(blast.problem));
  const { count, gone } = blast.value;
  const effect = change.action === "delete" ? blast.value : ofScalingToZero(blast.value);
  const { items, typed, complete } = effect;
  return ok({ ...plain, count, gone, items, typed, complete });
}

const harmless = (count: number): BulkPreview => ({
  ...{ count, gone: [], items: [], typed: false, complete: true },
  ...{ drain: null, nodesLeft: null },
});

type Nodes = BulkPreviewInput["objects"];

async function previewDrains(api: ApiClient, nodes: Nodes): Promise<Result<BulkPreview>> {
  const [first = "", ...others] = nodes.map(({ name }) => name);
  const drain = await readDrain(api, first, others);
  if (!drain.ok) return fail(shownProblem(drain.problem));
  const { complete } = drain.value;
  return ok({ ...harmless(nodes.length), complete, drain: drain.value });
}

async function previewCordons(api: ApiClient, nodes: Nodes): Promise<Result<BulkPreview>> {
  const listed = await listObjects<RawNodeObject>(api, "/api/v1/nodes");
  if (!listed.ok) return fail(shownProblem(listed.problem));
  const names = nodes.map(({ name }) => name);
  const left = listed.value.items.filter(
    (node) => takesPods(node) && !names.includes(node.metadata.name),
  );
  return ok({ ...harmless(nodes.length), nodesLeft: left.length });
}
