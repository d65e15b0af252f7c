import type { ApiClient } from "./api-client";

/** Source: Kubernetes API reference, core/v1 Endpoints. Only what is read here. */
interface RawEndpoints {
  readonly subsets?: readonly {
    readonly addresses?: readonly { readonly ip: string }[];
    readonly ports?: readonly { readonly port: number }[];
  }[];
}

/** Every API server by itself, as the cluster knows them: "https://10.0.0.1:6443". None where it does not say. */
export async function apiServers(api: Pick<ApiClient, "json">): Promise<readonly string[]> {
  const path = "/api/v1/namespaces/default/endpoints/kubernetes";
  const answer = await api.json<RawEndpoints>({ path });
  if (!answer.ok) return [];
  return (answer.value.subsets ?? []).flatMap(({ addresses = [], ports = [] }) =>
    addresses.flatMap(({ ip }) => ports.map(({ port }) => `https://${hostIn(ip)}:${port}`)),
  );
}

const hostIn = (ip: string) => (ip.includes(":") ? `[${ip}]` : ip);
