import { planNode, type PlanNode } from "@/lib/provision/plan/plan";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { k3sServiceStep } from "@/lib/provision/steps/k3s-service";
import { nodeReadyStep } from "@/lib/provision/steps/node-ready";
import { secretFileStep } from "@/lib/provision/steps/secret-file";
import { serverConfig } from "@/lib/render/k3s/server-config";
import { serverSecrets } from "@/lib/render/k3s/server-secrets";
import { baseNodes, kubernetesBaseNodes } from "./base";
import type { PlanHost } from "./inventory";
import {
  K3S_CONFIG,
  K3S_SECRETS,
  k3sFileNodes,
  restartFiles,
  restartTriggers,
  UNIT,
} from "./k3s-files";
import { idsOf, type Layout, nodeId, nodeName, on } from "./layout";

/** Servers restart one at a time, so that the API never goes away. */
const SERVERS_LOCK = "k3s-servers";

/** A k3s server ("master"). The first one starts first: it writes the cluster's keys into the datastore. */
export function serverNodes(host: PlanHost, layout: Layout): readonly PlanNode[] {
  const files = [
    ...baseNodes(host, layout),
    ...kubernetesBaseNodes(host),
    ...k3sFileNodes(host, "server", layout),
    ...settingsNodes(host, layout),
  ];
  return [...files, ...runNodes(host, layout, files)];
}

function settingsNodes(host: PlanHost, layout: Layout): readonly PlanNode[] {
  const { spec, servers, secrets, datastore } = layout;
  return [
    planNode(
      configFileStep,
      {
        path: K3S_CONFIG,
        content: serverConfig({
          spec,
          nodeName: nodeName(host),
          address: host.address,
          serverAddresses: servers.map(({ address }) => address),
        }),
        mode: 0o600,
        why: "All of k3s's settings but the secret ones; they must be the same on every server.",
      },
      on(host, "k3s.config"),
    ),
    planNode(
      secretFileStep,
      {
        path: K3S_SECRETS,
        content: serverSecrets({
          token: secrets.token,
          agentToken: secrets.agentToken,
          datastore:
            datastore === null
              ? null
              : {
                  address: datastore.address,
                  database: spec.database.name,
                  user: spec.database.user,
                  password: secrets.databasePassword,
                },
        }),
        why: "The tokens with which nodes join, and the login at the datastore, in a file of root's own.",
      },
      on(host, "k3s.secrets"),
    ),
  ];
}

function runNodes(
  host: PlanHost,
  { first, datastore, spec }: Layout,
  files: readonly PlanNode[],
): readonly PlanNode[] {
  const unit = UNIT.server;
  const before = [
    ...idsOf(files).filter((id) => id !== nodeId(host, "k3s.links")),
    ...(datastore === null ? [] : [nodeId(datastore, "mariadb.users")]),
    ...(host === first ? [] : [nodeId(first, "k3s.service")]),
  ];
  return [
    planNode(
      k3sServiceStep,
      {
        unit,
        hostName: host.name,
        files: restartFiles("server"),
        why:
          host === first
            ? "The first server makes the cluster's keys and starts the API."
            : "One more server: the API survives the loss of another.",
      },
      { ...on(host, "k3s.service", before), triggers: restartTriggers(host), lock: SERVERS_LOCK },
    ),
    planNode(
      nodeReadyStep,
      {
        node: nodeName(host),
        unit,
        serverId: first.id,
        serverName: first.name,
        taint: spec.serverTaint,
      },
      on(host, "k3s.node", [nodeId(host, "k3s.service")]),
    ),
  ];
}
