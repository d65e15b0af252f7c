import type { IncomingMessage } from "node:http";
import { fail, ok, type Result } from "@/lib/core/result";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { KubeStatus } from "@/lib/kube/kube-object";
import {
  answerFailure,
  linkFailure,
  strangeFailure,
  tooLargeFailure,
  type ApiFailure,
} from "./api-failure";
import { certificateEnd, createApiLink, readBody, TooLarge } from "./api-link";

export interface ApiRequest {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** "/api/v1/pods" */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly contentType?: string;
  /** Another form of the answer than plain JSON, such as metadata only. */
  readonly accept?: string;
  /** Beside what every request carries: as whom it is made. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Bound on the answer, when it is read as a whole. */
  readonly maxBytes?: number;
  /** From the start to the last byte; for a stream only to its first. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface TextAnswer {
  readonly httpStatus: number;
  readonly text: string;
  readonly durationMs: number;
  readonly retryAfter: string | undefined;
  /** When the certificate ends that the server showed; null over an unencrypted link. */
  readonly certificateEndsAt: Date | null;
}

/** One cluster's API. Lost links and answers other than 2xx are failures. */
export interface ApiClient {
  readonly server: string;
  json<T>(request: ApiRequest): Promise<Result<T, ApiFailure>>;
  /** Any answer, whatever its status: a health endpoint says with 500 which check failed. */
  text(request: ApiRequest): Promise<Result<TextAnswer, ApiFailure>>;
  /** The body of a 2xx answer, as it comes. Destroying it ends the request. */
  stream(request: ApiRequest): Promise<Result<IncomingMessage, ApiFailure>>;
  close(): void;
}

const ANSWER_TIMEOUT_MS = 15_000;

/** Says what can be done about a failure here. */
interface Explaining {
  explain(failure: ApiFailure): ApiFailure;
}

/** Makes a client. It connects when it is first asked. */
export function createApiClient(
  credentials: KubeCredentials,
  { explain }: Explaining = { explain: (failure) => failure },
): ApiClient {
  const { server } = credentials;
  const refuse = (failure: ApiFailure) => fail(explain(failure));
  const link = createApiLink(credentials);

  const text = async (request: ApiRequest): Promise<Result<TextAnswer, ApiFailure>> => {
    const startedAt = performance.now();
    const timeout = AbortSignal.timeout(request.timeoutMs ?? ANSWER_TIMEOUT_MS);
    try {
      const answer = await link.open(request, anyOf(timeout, request.signal));
      const certificateEndsAt = certificateEnd(answer);
      return ok({
        httpStatus: answer.statusCode ?? 0,
        text: await readBody(answer, request.maxBytes),
        durationMs: performance.now() - startedAt,
        retryAfter: answer.headers["retry-after"],
        certificateEndsAt,
      });
    } catch (error) {
      if (error instanceof TooLarge) return refuse(tooLargeFailure(server));
      return refuse(linkFailure(server, codeOf(error)));
    }
  };

  const json = async <T>(request: ApiRequest): Promise<Result<T, ApiFailure>> => {
    const answer = await text(request);
    if (!answer.ok) return answer;
    const { httpStatus, retryAfter } = answer.value;
    const value = parseJson(answer.value.text);
    if (httpStatus < 300 && value !== null) return ok(value as T);
    if (httpStatus < 300) return refuse(strangeFailure(server));
    return refuse(
      answerFailure({ server, httpStatus, retryAfter, status: value as KubeStatus | null }),
    );
  };

  const stream = async (request: ApiRequest): Promise<Result<IncomingMessage, ApiFailure>> => {
    const first = new AbortController();
    const timer = setTimeout(() => first.abort(), request.timeoutMs ?? ANSWER_TIMEOUT_MS);
    try {
      const answer = await link.open(request, anyOf(first.signal, request.signal));
      const httpStatus = answer.statusCode ?? 0;
      if (httpStatus < 300) return ok(answer);
      const status = parseJson(await readBody(answer)) as KubeStatus | null;
      const retryAfter = answer.headers["retry-after"];
      return refuse(answerFailure({ server, httpStatus, retryAfter, status }));
    } catch (error) {
      return refuse(linkFailure(server, codeOf(error)));
    } finally {
      clearTimeout(timer);
    }
  };

  return { server, text, json, stream, close: link.close };
}

const anyOf = (timeout: AbortSignal, signal: AbortSignal | undefined) =>
  signal === undefined ? timeout : AbortSignal.any([timeout, signal]);

/** Node's code; a time-out and an abort look alike and both mean that nothing came. */
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "TIMEOUT";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
