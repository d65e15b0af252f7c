import { panelGroup, panelUser } from "@/lib/kube/panel-groups";
import type { SessionUser } from "@/lib/schemas/session";
import type { ApiClient, ApiRequest } from "@/server/kube/api-client";

type Person = Pick<SessionUser, "id" | "role">;

const clients = new WeakMap<ApiClient, Map<string, ApiClient>>();

/**
 * The cluster's API as this person: the cluster itself decides what the role may do, and its own audit log
 * names the person. The role's group must have its rights (KubeHub.ensureGroups). Source: Kubernetes, "User impersonation".
 */
export function asUser(api: ApiClient, person: Person): ApiClient {
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
