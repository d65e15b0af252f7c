import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Container, container as current } from "@/server/container";
import { type Admitted, admit, type Demand } from "./admit";
import { findSession } from "./find-session";
import { ADDRESS_HEADER, isSecure, REQUEST_ID_HEADER } from "./headers";
import { parseInput } from "./parse-input";
import { problemResponse } from "./problem-response";
import { readJson } from "./read-json";
import { tokenHash } from "@/server/auth/token";

/** Enough for a pasted list of hosts with keys; uploads stream and are bounded where they are read. */
const DEFAULT_BODY_BYTES = 1_048_576;

/** What a handler gets: everything parsed, checked and typed. */
export interface RouteCall<D extends Demand, P, Q, B> {
  readonly container: Container;
  /** Null only if the route is "public". */
  readonly user: Admitted<D>;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: Request;
  /** Where the request came from, for rate limits and the audit. */
  readonly address: string;
  /** Whether it came over https. */
  readonly secure: boolean;
  /** The session's token, for the use cases that end it. */
  readonly token: string | null;
  /** What the token is kept as, for what belongs to one session. */
  readonly sessionHash: string;
}

/** A route, declared. Leave out what it does not take. */
export interface RouteSpec<
  D extends Demand,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
> {
  readonly permission: D;
  readonly params?: P;
  readonly query?: Q;
  /** Without it the body is left unread in `request`. */
  readonly body?: B;
  readonly maxBodyBytes?: number;
  /** False for a change that stores next to nothing, or frees space: it is taken on a full disk too. */
  readonly needsDisk?: boolean;
  /** Of a success; 204 when there is nothing to say, else 200. */
  readonly status?: number;
  readonly handle: (
    call: RouteCall<D, z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<Result<unknown> | Response>;
}

/** What Next calls, plus what it demands, for the permission matrix. */
export interface Route {
  (request: Request, context: { readonly params: Promise<unknown> }): Promise<Response>;
  readonly permission: Demand;
}

type AnySpec = RouteSpec<Demand, z.ZodType, z.ZodType, z.ZodType>;

const part = async (
  schema: z.ZodType | undefined,
  input: () => unknown,
): Promise<Result<unknown>> =>
  schema === undefined ? ok(undefined) : parseInput(schema, await input());

async function readInput(spec: AnySpec, request: Request, rawParams: Promise<unknown>) {
  const params = await part(spec.params, () => rawParams);
  // An id that cannot be one is an object that does not exist.
  if (!params.ok) return fail({ ...params.problem, code: "object.not-found" as const });
  const { searchParams } = new URL(request.url);
  const query = await part(spec.query, () => Object.fromEntries(searchParams));
  if (!query.ok) return query;
  if (spec.body === undefined)
    return ok({ params: params.value, query: query.value, body: undefined });
  const json = await readJson(request, spec.maxBodyBytes ?? DEFAULT_BODY_BYTES);
  if (!json.ok) return json;
  const body = await parseInput(spec.body, json.value);
  return body.ok ? ok({ params: params.value, query: query.value, body: body.value }) : body;
}

function answer(result: Result<unknown>, status: number | undefined): Response {
  if (!result.ok) return problemResponse(result.problem);
  const headers = { "Cache-Control": "no-store" };
  if (result.value === undefined) return new Response(null, { status: status ?? 204, headers });
  return Response.json(result.value, { status: status ?? 200, headers });
}

const READING: readonly string[] = ["GET", "HEAD"];

const needsDisk = (spec: AnySpec, { method }: Request): boolean =>
  spec.needsDisk ?? !READING.includes(method);

async function serve(spec: AnySpec, request: Request, rawParams: Promise<unknown>) {
  const container = current();
  const secure = isSecure(request.headers);
  const cookies = request.headers.get("cookie");
  const { token, user: found } = await findSession(container.sessions, cookies, secure);
  const user = admit(found, spec.permission);
  if (!user.ok) return problemResponse(user.problem);
  const room = needsDisk(spec, request) ? await container.disk.check() : ok(undefined);
  if (!room.ok) return problemResponse(room.problem);
  const input = await readInput(spec, request, rawParams);
  if (!input.ok) return problemResponse(input.problem);
  const address = request.headers.get(ADDRESS_HEADER) ?? "unknown";
  const sessionHash = tokenHash(token ?? "");
  const session = { user: user.value, token, sessionHash };
  const result = await spec.handle({
    container,
    request,
    address,
    secure,
    ...session,
    ...input.value,
  });
  return result instanceof Response ? result : answer(result, spec.status);
}

async function unexpected(error: unknown, request: Request): Promise<Response> {
  const id = request.headers.get(REQUEST_ID_HEADER) ?? randomUUID();
  const { pathname } = new URL(request.url);
  current().log.error({ err: error, requestId: id, method: request.method, path: pathname }, "bug");
  const room = await current().disk.check();
  if (!room.ok) return problemResponse(room.problem); // what could not be written is the likely reason
  return problemResponse({
    code: "panel.unexpected",
    detail: `The panel met an error that it did not expect (${id}).`,
    remedies: [
      "Try again.",
      `If it stays, report it with the lines of the panel's log that say ${id}.`,
    ],
  });
}

/**
 * The only way to make a route: session → permission → zod → use case → JSON or problem+json.
 * `export const POST = defineRoute({ permission: "hosts:write", body: addHostInput, handle: … })`
 */
export function defineRoute<
  D extends Demand,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(spec: RouteSpec<D, P, Q, B>): Route {
  const any = spec as unknown as AnySpec; // `serve` hands each schema's output to its own handler
  const route = async (request: Request, context: { readonly params: Promise<unknown> }) => {
    try {
      return await serve(any, request, context.params);
    } catch (error) {
      return unexpected(error, request);
    }
  };
  return Object.assign(route, { permission: spec.permission });
}
