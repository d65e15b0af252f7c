import type { UserRole } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import type { Route } from "@/server/http/define-route";
import { ADDRESS_HEADER } from "@/server/http/headers";

/** Adds a person of that role and opens a session; answers the cookie and the user's id. */
export async function signedIn(container: Container, role: UserRole) {
  const { id } = await container.db.user.create({
    data: {
      name: `A ${role}`,
      email: `${role}-${crypto.randomUUID()}@example.org`,
      passwordHash: await container.passwords.hash("correct horse battery"),
      role,
    },
  });
  const token = await container.sessions.open(id, { address: "192.0.2.1", userAgent: "test" });
  return { id, token, cookie: `gandalf=${token}` };
}

export interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly address?: string;
}

/** Calls a route as the server would, without a network. */
export function callRoute(route: Route, call: Call = {}): Promise<Response> {
  const { path = "/", params = {}, body, cookie, address = "192.0.2.1" } = call;
  const headers = new Headers({ [ADDRESS_HEADER]: address });
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (body !== undefined) headers.set("content-type", "application/json");
  const request = new Request(`http://panel.test${path}`, {
    method: call.method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return route(request, { params: Promise.resolve(params) });
}
