import { ok, type Result } from "@/lib/core/result";
import { panelGroup, panelUser } from "@/lib/kube/panel-groups";
import type { SessionUser } from "@/lib/schemas/session";
import type { ApiClient, ApiRequest } from "@/server/kube/api-client";
import type { ApiFailure } from "@/server/kube/api-failure";
import { ensureGroups } from "@/server/kube/ensure-groups";

type Person = Pick<SessionUser, "id" | "role">;

const bound = new WeakMap<ApiClient, Promise<Result<void, ApiFailure>>>();
const clients = new WeakMap<ApiClient, Map<string, ApiClient>>();

/**
 * The cluster's API as this person: the cluster itself decides what the role may do, and its own audit log
 * names the person. Source: Kubernetes, "User impersonation".
 */
export async function asUser(
  api: ApiClient,
  person: Person,
): Promise<Result<ApiClient, ApiFailure>> {
  const ready = await bindOnce(api, person);
  return ready.ok ? ok(clientOf(api, person)) : ready;
}

function clientOf(api: ApiClient, person: Person): ApiClient {
  const known = clients.get(api) ?? new Map<string, ApiClient>();
  clients.set(api, known);
  const key = `${person.role}:${person.id}`;
  const client = known.get(key) ?? impersonating(api, person);
  known.set(key, client);
  return client;
}

function impersonating(api: ApiClient, { id, role }: Person): ApiClient {
  const headers = {
    "impersonate-user": panelUser(id),
    "impersonate-group": [panelGroup(role), "system:authenticated"],
  };
  const as = (request: ApiRequest): ApiRequest => ({ ...request, headers });
  return {
    server: api.server,
    json: (request) => api.json(as(request)),
    text: (request) => api.text(as(request)),
    stream: (request) => api.stream(as(request)),
    close: () => {}, // the connection is shared
  };
}

/** Once per connection; again after a failure. */
async function bindOnce(api: ApiClient, person: Person): Promise<Result<void, ApiFailure>> {
  const pending = bound.get(api) ?? bind(api, person);
  bound.set(api, pending);
  const bindings = await pending;
  if (!bindings.ok) bound.delete(api);
  return bindings;
}

/** An API server learns of new bindings by its own watch, some tenths of a second later. */
const ATTEMPTS = 50;
const PAUSE_MS = 100;

async function bind(api: ApiClient, person: Person): Promise<Result<void, ApiFailure>> {
  const applied = await ensureGroups(api);
  if (!applied.ok) return applied;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const query = { limit: "1" };
    const seen = await clientOf(api, person).json({ path: "/api/v1/nodes", query });
    if (seen.ok || seen.problem.httpStatus !== 403) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return applied;
}
