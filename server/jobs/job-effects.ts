import { fail, ok, type Result } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import { rewriteKubeconfig } from "@/lib/kube/kubeconfig";
import type { Container } from "@/server/container";
import { checkHost } from "@/server/services/check-host";
import { clusterVaultPrefix, kubeconfigName } from "@/server/services/cluster-secrets";
import { storeSpec } from "@/server/services/store-spec";
import type { LoadedSite } from "@/server/network/apply/load-site";
import { afterSiteJob } from "@/server/network/apply/site-effects";
import { afterHostsJob, beforeHostsJob } from "./host-effects";
import type { JobHosts } from "./job-hosts";
import type { LoadedHosts } from "./load-hosts";
import type { LoadedOperation } from "./load-operation";

type Parts = Pick<Container, "db" | "vault" | "bus" | "ssh" | "clock">;

/** Source: k3s documentation, "Cluster access". */
const KUBECONFIG_PATH = "/etc/rancher/k3s/k3s.yaml";

/** What the panel itself notes before the first change on a host. */
export async function beforeJob(
  loaded: LoadedOperation | LoadedHosts | LoadedSite,
  parts: Parts,
): Promise<void> {
  if (loaded.on === "site") return;
  if (loaded.on === "hosts") return beforeHostsJob(loaded, parts);
  const { db } = parts;
  const { clusterId, operation, spec } = loaded;
  if (operation.kind === "create")
    await db.cluster.update({ where: { id: clusterId }, data: { state: "creating" } });
  if (operation.kind === "delete")
    await db.cluster.update({ where: { id: clusterId }, data: { state: "deleting" } });
  // A host that is joining is a member from the first change on: it must not be forgotten meanwhile.
  if (operation.kind === "add-host") await db.$transaction((tx) => storeSpec(tx, clusterId, spec));
}

/** What the panel notes when every step is done. */
export async function afterJob(
  loaded: LoadedOperation | LoadedHosts | LoadedSite,
  hosts: JobHosts,
  parts: Parts,
): Promise<Result<void>> {
  if (loaded.on === "site") return afterSiteJob(loaded, parts);
  if (loaded.on === "hosts") return afterHostsJob(loaded, parts);
  const { db, vault, bus } = parts;
  const { clusterId, operation, spec } = loaded;
  if (operation.kind === "delete") {
    await db.$transaction(async (tx) => {
      await vault.remove(clusterVaultPrefix(clusterId), tx);
      await tx.cluster.delete({ where: { id: clusterId } });
    });
    bus.emit("cluster.credentials", { clusterId });
    return ok(undefined);
  }
  if (operation.kind === "reboot") {
    await Promise.all(operation.hostIds.map((id) => checkHost(parts, id)));
    return ok(undefined);
  }
  const kubeconfig = await readKubeconfig(loaded, hosts);
  if (!kubeconfig.ok) return kubeconfig;
  await db.$transaction(async (tx) => {
    await vault.put(kubeconfigName(clusterId), secret(kubeconfig.value), tx);
    await storeSpec(tx, clusterId, spec);
    await tx.cluster.update({ where: { id: clusterId }, data: { state: "ready" } });
  });
  bus.emit("cluster.credentials", { clusterId });
  return ok(undefined);
}

/** The administrator's kubeconfig of the first server, with the API's public address. */
async function readKubeconfig(loaded: LoadedOperation, hosts: JobHosts): Promise<Result<string>> {
  const server = loaded.hosts.find((host) => host.role === "server");
  if (server === undefined) throw new Error("a cluster without a server");
  const output = await hosts
    .hostFor(server.id)
    .ask([["cat", "--", KUBECONFIG_PATH]], { timeoutMs: 15_000 });
  if (!output.ok) return output;
  const text = output.value[0];
  if (text === undefined || text.exitCode !== 0) {
    return fail({
      code: "fact.unreadable",
      detail: `${server.name} has no ${KUBECONFIG_PATH}, so the panel cannot reach the cluster.`,
      remedies: ["Resume: k3s writes the file when it starts."],
      hostId: server.id,
    });
  }
  return rewriteKubeconfig(text.stdout, `https://${loaded.spec.apiAddress}:6443`);
}
