/** The built panel over a cluster that it knows from the start, with somebody signed in. */
import pino from "pino";
import { secret } from "@/lib/core/secret";
import { type Panel, startPanel } from "@/lab/panel";
import { buildContainer } from "@/server/build-container";
import { prepareDatabase } from "@/server/db/prepare-database";
import { createRedactor } from "@/server/secrets/redactor";
import { systemClock } from "@/server/system-clock";
import { signedIn } from "@/server/testing/call-route";
import { testConfig } from "@/server/testing/test-container";

export interface PanelOver {
  readonly panel: Panel;
  readonly clusterId: string;
  /** Of a session that is open. */
  readonly cookie: string;
}

const PORT = 4301;

/** Writes the cluster into a fresh data folder, as adopting it does, then starts the panel over that. */
export async function startPanelOver(
  kubeconfig: string,
  env: Readonly<Record<string, string>> = {},
): Promise<PanelOver> {
  const config = testConfig();
  const prepared = prepareDatabase(config);
  if (!prepared.ok) throw new Error(prepared.problem.detail);
  const built = await buildContainer({
    ...{ config, clock: systemClock, log: pino({ level: "silent" }) },
    redactor: createRedactor(),
    passwordCost: { memoryKiB: 8, passes: 1, lanes: 1 },
  });
  if (!built.ok) throw new Error(built.problem.detail);
  const { db, vault, lifecycle } = built.value;
  const { cookie } = await signedIn(built.value, "administrator");
  const { id } = await db.cluster.create({
    data: { name: "scale", state: "ready", spec: JSON.stringify(SPEC) },
  });
  await vault.put(`cluster/${id}/kubeconfig`, secret(kubeconfig)); // where a creating job puts it
  await lifecycle.stop();
  const panel = await startPanel({ port: PORT, dataFolder: config.dataFolder, env });
  return { panel, clusterId: id, cookie };
}

/** Settings of a cluster whose hosts are not the panel's business. */
const SPEC = {
  name: "scale",
  topology: "single-server",
  k3sVersion: "v1.34.4+k3s1",
  source: { kind: "release" },
  members: [{ hostId: "none", role: "server" }],
  apiAddress: "10.203.1.243",
  extraTlsSans: [],
  clusterCidr: "10.42.0.0/16",
  serviceCidr: "10.43.0.0/16",
  clusterDns: "10.43.0.10",
  clusterDomain: "cluster.local",
  serverTaint: true,
  disable: [],
  database: { name: "k3s", user: "k3s" },
};
