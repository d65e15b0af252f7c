import type { z } from "zod";
import { done, fail, type Result } from "@/lib/core/result";
import type { logOpenInput } from "@/lib/schemas/kube-log";
import type { SocketCall } from "./define-socket-event";

/** Logs and shells that one page holds open at once. */
export const MAX_OPEN = 32;

/** Under which name a connection holds a log. */
export const logHolding = (stream: string) => `log:${stream}`;

/** Begins to send a container's log to this connection. */
export async function openLog({
  container,
  body,
  channel,
}: SocketCall<z.output<typeof logOpenInput>>): Promise<Result<void>> {
  const { stream, resume, ...target } = body;
  const isKnown = (await container.db.cluster.count({ where: { id: target.clusterId } })) > 0;
  if (!isKnown) return fail(noCluster);
  channel.open.drop(logHolding(stream));
  if (channel.open.size >= MAX_OPEN) return fail(tooMany);
  const viewing = container.logs.view({
    target,
    stream,
    resume,
    outlet: {
      frame: (frame, taken) => channel.send("log", frame, taken),
      state: (state) => channel.send("log.state", { stream, ...state }),
    },
  });
  if (!viewing.ok) return viewing;
  channel.open.add(logHolding(stream), viewing.value);
  return done;
}

const noCluster = {
  code: "object.not-found" as const,
  detail: "There is no such cluster.",
  remedies: ["Go back to the list of clusters."],
};

const tooMany = {
  code: "input.too-large" as const,
  detail: `One page may hold ${MAX_OPEN} logs and shells open.`,
  remedies: ["Close some of them."],
};
