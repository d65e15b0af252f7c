import { done, ok } from "@/lib/core/result";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { Container } from "@/server/container";
import type { FakeKubeApi } from "@/server/testing/fake-kube-api";
import { systemClock } from "@/server/system-clock";
import type { KubeAccess } from "../access";
import { createApiClient } from "../api-client";
import { apiServers } from "../api-servers";
import { createKubeHub, type KubeHub } from "../kube-hub";

/** To a cluster where everything is allowed. */
export const openAccess = (credentials: KubeCredentials): KubeAccess => ({
  credentials,
  explain: (failure) => failure,
  servers: apiServers,
  admitsPeople: async () => done,
});

/** The real hub with its one connection to the fake, whatever cluster is asked for. */
export function hubOver(api: FakeKubeApi, container: Container): KubeHub {
  const client = createApiClient(api.credentials);
  return createKubeHub({
    ...container,
    clock: systemClock,
    connections: {
      client: async () => ok(client),
      access: async () => ok(openAccess(api.credentials)),
      renew: () => {},
      closeAll: () => client.close(),
    },
  });
}

/** Answers these paths with JSON and everything else that is not a watch with 404, as an API without that object. */
export function serve(api: FakeKubeApi, answers: Readonly<Record<string, unknown>>): void {
  api.intercept = ({ path, query }, response) => {
    const isWatched = query.get("watch") === "true" || path === "/readyz";
    if (isWatched) return false;
    const body = Object.hasOwn(answers, path) ? answers[path] : undefined;
    const status = { kind: "Status", code: 404, message: `${path} not found` };
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? status));
    return true;
  };
}

/** A list as the API sends it. */
export const listOf = (...items: readonly object[]) => ({
  metadata: { resourceVersion: "1" },
  items,
});

/** Discovery of one group. */
export const group = (name: string, version: string, ...resources: readonly object[]) => ({
  metadata: { name },
  versions: [{ version, resources }],
});

/** A resource in discovery that can be listed, watched and changed. */
export const resource = (plural: string, kind: string, scope = "Namespaced") => ({
  resource: plural,
  responseKind: { kind },
  scope,
  verbs: ["get", "list", "watch", "patch", "delete"],
});
