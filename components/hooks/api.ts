import type { Problem } from "@/lib/core/problem";
import { ApiProblem } from "./api-problem";
import { waitForSignIn } from "./reauth";

const BASE = "/api/v1";

interface CallOptions {
  readonly signal?: AbortSignal;
  /** The call is about signing in itself: a 401 is its answer, not a reason to ask for a password. */
  readonly anonymous?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the value of an answer itself, of 304 too. */
  readonly read?: (answer: Response) => Promise<unknown>;
}

/** The only way from the browser to the panel. Failures throw `ApiProblem`; paths start after /api/v1. */
export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>("GET", { path, ...options }),
  post: <T>(path: string, body?: unknown, options?: CallOptions) =>
    call<T>("POST", { path, body, ...options }),
  put: <T>(path: string, body?: unknown, options?: CallOptions) =>
    call<T>("PUT", { path, body, ...options }),
  patch: <T>(path: string, body?: unknown, options?: CallOptions) =>
    call<T>("PATCH", { path, body, ...options }),
  delete: <T = void>(path: string, options?: CallOptions) =>
    call<T>("DELETE", { path, ...options }),
};

interface Call extends CallOptions {
  readonly path: string;
  readonly body?: unknown;
}

async function call<T>(method: string, request: Call): Promise<T> {
  const answer = await send(method, request);
  if (request.read && (answer.ok || answer.status === 304))
    return (await request.read(answer)) as T;
  if (answer.status === 204) return undefined as T;
  if (answer.ok) return (await answer.json()) as T;
  const failure = await problemFrom(answer);
  if (failure.problem.code !== "auth.required" || request.anonymous === true) throw failure;
  await waitForSignIn();
  return call<T>(method, request);
}

async function send(method: string, { path, body, signal, headers }: Call): Promise<Response> {
  try {
    return await fetch(BASE + path, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json, application/problem+json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw unreachable();
  }
}

async function problemFrom(answer: Response): Promise<ApiProblem> {
  const retryAfterS = Number(answer.headers.get("retry-after") ?? Number.NaN);
  const wait = Number.isFinite(retryAfterS) ? retryAfterS : undefined;
  const carried: unknown = await answer.json().catch(() => null);
  if (isProblem(carried))
    return new ApiProblem({ problem: carried, status: answer.status, retryAfterS: wait });
  const detail = `The panel answered ${answer.status} without saying why. Its log has the details.`;
  const problem: Problem = { code: "panel.unexpected", detail, remedies: [] };
  return new ApiProblem({ problem, status: answer.status, retryAfterS: wait });
}

function unreachable(): ApiProblem {
  const problem: Problem = {
    code: "panel.unreachable",
    detail: "The panel does not answer this browser.",
    remedies: ["Check that the panel is running and that this device is on its network."],
  };
  return new ApiProblem({ problem, status: 0 });
}

/** The panel's own answers are trusted to name a code of the table; a proxy's page is not one. */
const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  "detail" in value &&
  "remedies" in value;
