import { done, fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import { readKubeconfig, type KubeCredentials } from "@/lib/kube/kubeconfig";
import { unsealCredentials } from "@/lib/kubeconfig/sealed-credentials";
import type { Vault } from "@/server/secrets/vault";
import type { ApiClient } from "./api-client";
import {
  adoptedFailure,
  noCredentialsFailure,
  unusableCredentialsFailure,
  type ApiFailure,
} from "./api-failure";
import { apiServers } from "./api-servers";
import { mayAskAsPeople } from "./may-ask-as-people";

/** How the panel stands to one cluster. Everything that differs between a built and an adopted one is here. */
export interface KubeAccess {
  readonly credentials: KubeCredentials;
  /** The same failure, with what whoever keeps these credentials can do about it. */
  explain(failure: ApiFailure): ApiFailure;
  /** Every address at which an API server can be asked by itself. */
  servers(api: Pick<ApiClient, "json">): Promise<readonly string[]>;
  /** Whether the credentials may ask as other people. */
  admitsPeople(api: Pick<ApiClient, "json">): Promise<Result<void, ApiFailure>>;
}

type Read = (
  vault: Pick<Vault, "get">,
  clusterId: string,
) => Promise<Result<KubeAccess, ApiFailure> | null>;

/** Where jobs put the administrator's kubeconfig of a cluster that they built. */
export const kubeconfigEntry = (clusterId: string) => `cluster/${clusterId}/kubeconfig`;
/** Where the credentials of an adopted cluster are. */
export const adoptedEntry = (clusterId: string) => `cluster/${clusterId}/adopted`;

/** k3s's own administrator, who may do everything, in a network where the panel reaches every server. */
const readBuilt: Read = async (vault, clusterId) => {
  const stored = await vault.get(kubeconfigEntry(clusterId));
  if (stored === null) return null;
  const read = readKubeconfig(reveal(stored));
  if (!read.ok) return fail(unusableCredentialsFailure(read.problem));
  return ok({
    credentials: read.value,
    explain: (failure) => failure,
    servers: apiServers,
    admitsPeople: async () => done,
  });
};

/** Whatever somebody pasted: one address, and the rights that it happens to have. */
const readAdopted: Read = async (vault, clusterId) => {
  const stored = await vault.get(adoptedEntry(clusterId));
  return stored === null ? null : ok(adoptedAccess(unsealCredentials(stored)));
};

/** Access by credentials that are not stored, or not yet. */
export const adoptedAccess = (credentials: KubeCredentials): KubeAccess => ({
  credentials,
  explain: adoptedFailure,
  servers: async () => [credentials.server],
  admitsPeople: mayAskAsPeople,
});

/** Reads what the vault has for this cluster. */
export async function readAccess(
  vault: Pick<Vault, "get">,
  clusterId: string,
): Promise<Result<KubeAccess, ApiFailure>> {
  const built = await readBuilt(vault, clusterId);
  return built ?? (await readAdopted(vault, clusterId)) ?? fail(noCredentialsFailure());
}
