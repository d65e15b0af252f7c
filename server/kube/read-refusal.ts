import type { IncomingMessage } from "node:http";
import type { KubeStatus } from "@/lib/kube/kube-object";
import { answerFailure, type ApiFailure } from "./api-failure";
import { readBody } from "./api-link";

/** Why the API did not switch protocols, from the answer that it gave instead. */
export async function readRefusal(server: string, answer: IncomingMessage): Promise<ApiFailure> {
  const body = await readBody(answer).catch(() => "");
  let status: KubeStatus | null = null;
  try {
    status = JSON.parse(body) as KubeStatus;
  } catch {
    // Something in between answered, in words of its own.
  }
  const httpStatus = answer.statusCode ?? 502;
  const retryAfter = answer.headers["retry-after"];
  return answerFailure({ server, httpStatus, retryAfter, status });
}
