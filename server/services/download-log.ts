import { Readable } from "node:stream";
import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import type { logDownloadQuery } from "@/lib/schemas/kube-log";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import { findCluster } from "./cluster-row";

interface Input {
  readonly clusterId: string;
  readonly query: z.output<typeof logDownloadQuery>;
  /** Aborts when the browser stops the download. */
  readonly signal: AbortSignal;
}

interface LogFile {
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** The log as it comes from the API: nothing of it is held here. */
export async function downloadLog(
  { db, kube }: Pick<Container, "db" | "kube">,
  { clusterId, query, signal }: Input,
): Promise<Result<LogFile>> {
  const cluster = await findCluster(db, clusterId);
  if (!cluster.ok) return cluster;
  const api = await kube.client(clusterId);
  if (!api.ok) return fail(problemOf(api.problem));
  const { namespace, pod, container, previous, sinceSeconds } = query;
  const stream = await api.value.stream({
    path: `/api/v1/namespaces/${namespace}/pods/${pod}/log`,
    query: {
      ...{ container, previous, timestamps: "true" },
      ...(sinceSeconds === undefined ? {} : { sinceSeconds: String(sinceSeconds) }),
    },
    signal,
  });
  if (!stream.ok) return fail(problemOf(stream.problem));
  return ok({
    fileName: `${pod}-${container}${previous === "true" ? "-previous" : ""}.log`,
    body: Readable.toWeb(stream.value) as ReadableStream<Uint8Array>,
  });
}
