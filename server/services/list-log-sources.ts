import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import type { LogSourceRow, logSourcesQuery } from "@/lib/schemas/kube-log";
import type { Container } from "@/server/container";
import type { ApiClient } from "@/server/kube/api-client";
import { problemOf } from "@/server/kube/api-failure";
import { findCluster } from "./cluster-row";

/** More logs than a person reads beside each other. */
const MAX_PODS = 50;

interface Input {
  readonly clusterId: string;
  readonly query: z.output<typeof logSourcesQuery>;
}

interface Named {
  readonly name: string;
}

/** Source: Kubernetes API reference, core/v1 Pod. */
interface Pod {
  readonly metadata: Named;
  readonly spec?: {
    readonly nodeName?: string;
    readonly containers?: readonly Named[];
    readonly initContainers?: readonly Named[];
    readonly ephemeralContainers?: readonly Named[];
  };
  readonly status?: {
    readonly containerStatuses?: readonly (Named & { readonly restartCount?: number })[];
  };
}

/** Read from the API itself: a pod that was made a moment ago has a log, too. */
export async function listLogSources(
  { db, kube }: Pick<Container, "db" | "kube">,
  { clusterId, query }: Input,
): Promise<Result<{ sources: readonly LogSourceRow[]; more: boolean }>> {
  const cluster = await findCluster(db, clusterId);
  if (!cluster.ok) return cluster;
  const api = await kube.client(clusterId);
  if (!api.ok) return fail(problemOf(api.problem));
  const pods = await readPods(api.value, query);
  if (!pods.ok) return pods;
  const { items, more } = pods.value;
  return ok({ sources: items.flatMap(sourcesOf), more });
}

async function readPods(
  api: ApiClient,
  { namespace, pod, selector }: Input["query"],
): Promise<Result<{ items: readonly Pod[]; more: boolean }>> {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const query = {
    limit: String(MAX_PODS),
    ...(pod === undefined ? {} : { fieldSelector: `metadata.name=${pod}` }),
    ...(selector === undefined ? {} : { labelSelector: selector }),
  };
  const page = await api.json<{ metadata?: { continue?: string }; items?: readonly Pod[] }>({
    path,
    query,
  });
  if (!page.ok) return fail(problemOf(page.problem));
  const { items = [], metadata = {} } = page.value;
  return ok({ items, more: (metadata.continue ?? "") !== "" });
}

function sourcesOf({ metadata, spec = {}, status = {} }: Pod): readonly LogSourceRow[] {
  const restarts = new Map(
    status.containerStatuses?.map(({ name, restartCount = 0 }) => [name, restartCount]),
  );
  const rows = (kind: LogSourceRow["kind"], containers: readonly Named[] = []) =>
    containers.map(({ name }) => ({
      ...{ pod: metadata.name, container: name, kind, node: spec.nodeName ?? "" },
      restarted: (restarts.get(name) ?? 0) > 0,
    }));
  return [
    ...rows("main", spec.containers),
    ...rows("init", spec.initContainers),
    ...rows("ephemeral", spec.ephemeralContainers),
  ];
}
