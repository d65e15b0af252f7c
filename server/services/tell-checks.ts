import type { z } from "zod";
import { suggestName } from "@/lib/adopt/suggest-name";
import { ok, type Result } from "@/lib/core/result";
import type { CheckEvent, checkInput } from "@/lib/schemas/adopt";
import type { Container } from "@/server/container";
import { checkCluster } from "@/server/adopt/check-cluster";
import { chosenCredentials } from "@/server/adopt/chosen-credentials";
import { findAdopted } from "@/server/adopt/find-adopted";

type Needs = Pick<Container, "clock" | "db" | "kube" | "log">;

/** The checks as a stream of lines; a kubeconfig that cannot be used is a problem instead. */
export async function tellChecks(
  needs: Needs,
  { clusterId, ...pasted }: z.output<typeof checkInput>,
): Promise<Result<never> | Response> {
  const chosen = chosenCredentials(pasted);
  if (!chosen.ok) return chosen;
  const replaced = clusterId === undefined ? ok(null) : await findAdopted(needs.db, clusterId);
  if (!replaced.ok) return replaced;
  const replaces =
    replaced.value === null
      ? null
      : await needs.db.cluster.findUniqueOrThrow({
          where: { id: replaced.value.id },
          select: { id: true, systemUid: true },
        });
  const { credentials, context, cluster } = chosen.value;
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      const tell = (event: CheckEvent) =>
        stream.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
      try {
        const found = await checkCluster(needs, { credentials, replaces, say: tell });
        tell({ done: true, suggestedName: found === null ? null : suggestName(context, cluster) });
        stream.close();
      } catch (error) {
        needs.log.error({ err: error }, "the checks of a cluster broke off");
        stream.error(error); // the browser sees that the last line is missing
      }
    },
  });
  return new Response(body, {
    headers: { "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "no-store" },
  });
}
