import type { V1Endpoints } from "@kubernetes/client-node";
import type { ApiClient } from "./api-client";
import type { Wire } from "./wire";

/** Every API server by itself, as the cluster knows them: "https://10.0.0.1:6443". None where it does not say. */
export async function apiServers(api: Pick<ApiClient, "json">): Promise<readonly string[]> {
  const path = "/api/v1/namespaces/default/endpoints/kubernetes";
  const answer = await api.json<Wire<V1Endpoints>>({ path });
  if (!answer.ok) return [];
  return (answer.value.subsets ?? []).flatMap(({ addresses = [], ports = [] }) =>
    addresses.flatMap(({ ip = "" }) => ports.map(({ port }) => `https://${hostIn(ip)}:${port}`)),
  );
}

const hostIn = (ip: string) => (ip.includes(":") ? `[${ip}]` : ip);
