import type { Result } from "@/lib/core/result";
import type { DrainInput, DrainProgress } from "@/lib/schemas/kube-drain";
import type { Container } from "@/server/container";
import { readDrain } from "@/server/kube/write/read-drain";
import { kubeWriter, shownResult, type Asking } from "./kube-writer";

type Needs = Pick<Container, "db" | "kube" | "audit" | "drains" | "log">;

/** Begins to move a node's pods elsewhere. Begin and end are both written down. */
export async function drainNode(
  needs: Needs,
  asking: Asking,
  input: DrainInput,
): Promise<Result<DrainProgress>> {
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const { api, clusterName } = writer.value;
  const preview = await readDrain(api, input.node);
  if (!preview.ok) return shownResult(preview);
  const { clusterId, user, address } = asking;
  const record = (action: string, detail: object) =>
    needs.audit.record({
      actor: { id: user.id, name: user.name },
      address,
      action,
      object: `cluster:${clusterId}`,
      detail: { cluster: clusterName, node: input.node, ...detail },
    });
  const drain = { clusterId, api, input, preview: preview.value, startedBy: user.name };
  const started = needs.drains.start(drain, ({ state, problem }) => {
    const told = record("node.drain-end", { state, problem: problem?.detail ?? null });
    told.catch((error: unknown) => needs.log.error({ err: error }, "drain not written down"));
  });
  if (started.ok) await record("node.drain", { pods: preview.value.pods.length });
  return started;
}
