import { done, fail, type Result } from "@/lib/core/result";
import type { KubeStatus, WatchEvent } from "@/lib/kube/kube-object";
import type { ApiClient } from "./api-client";
import { answerFailure, linkFailure, strangeFailure, type ApiFailure } from "./api-failure";
import { createJsonLines } from "./json-lines";

export interface WatchRequest {
  readonly path: string;
  readonly resourceVersion: string;
  /** After this the server ends the watch. Source: Kubernetes API, ListOptions.timeoutSeconds. */
  readonly timeoutSeconds: number;
  /** After this, counted from the start, a watch that the server did not end is a dead one. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** The server accepted the watch. */
  readonly onOpen: () => void;
  /** Whole events in order, as many as came at once. Answers with the error among them, which ends the watch. */
  readonly onEvents: (events: readonly WatchEvent[]) => KubeStatus | null;
}

/** Follows changes until the server ends the watch (ok), or it fails, is aborted or overstays. */
export async function watchKind(
  api: ApiClient,
  request: WatchRequest,
): Promise<Result<void, ApiFailure>> {
  const deadline = AbortSignal.timeout(request.deadlineMs);
  const signal = AbortSignal.any([deadline, request.signal]);
  const { path, resourceVersion, timeoutSeconds } = request;
  const query = {
    watch: "true",
    allowWatchBookmarks: "true",
    resourceVersion,
    timeoutSeconds: String(timeoutSeconds),
  };
  const opened = await api.stream({ path, query, signal });
  if (!opened.ok) return opened;
  request.onOpen();
  const parse = createJsonLines();
  try {
    for await (const chunk of opened.value as AsyncIterable<Buffer>) {
      const status = request.onEvents(parse(chunk) as readonly WatchEvent[]);
      if (status === null) continue;
      const httpStatus = status.code ?? 500;
      return fail(answerFailure({ server: api.server, httpStatus, retryAfter: undefined, status }));
    }
    return done;
  } catch (error) {
    if (request.signal.aborted) return done;
    if (error instanceof SyntaxError || error instanceof TypeError)
      return fail(strangeFailure(api.server));
    const code = (error as NodeJS.ErrnoException).code;
    return fail(linkFailure(api.server, code ?? "TIMEOUT"));
  } finally {
    opened.value.destroy();
  }
}
