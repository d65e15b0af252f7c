/** A real API server (the lab's k3s on sqlite, on one practice host) with a thousand simulated nodes. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addHost, mustExec, removeHost } from "@/lab/lab";
import { secret } from "@/lib/core/secret";
import { readKubeconfig, rewriteKubeconfig, tokenKubeconfig } from "@/lib/kube/kubeconfig";
import { type ApiClient, type ApiRequest, createApiClient } from "@/server/kube/api-client";
import { installK3s } from "@/server/testing/lab-k3s";
import { namespaces, nodes, PODS, pods, type Creation } from "./manifests";

const HOST = "kube-scale";
const ADDRESS = "10.203.1.243";
/** In flight at once while objects are created. */
const WRITERS = 24;
const AUDIT_LOG = "/var/log/kube-audit.log";

/** Whom the audit log is asked about: the panel, and nobody else. */
const PANEL = { namespace: "default", name: "panel" } as const;

/**
 * Every request of the panel is one line when it arrives. Nodes need no heartbeat within an hour, and no addresses for
 * pods, of which a thousand nodes would get too few: neither is what is measured. Source: Kubernetes, "Auditing",
 * "kube-controller-manager".
 */
const AUDIT_POLICY = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [ResponseStarted, ResponseComplete, Panic]
rules:
  - level: Metadata
    users: ["system:serviceaccount:${PANEL.namespace}:${PANEL.name}"]
  - level: None
`;
const SETTINGS = `disable-agent: true
disable: [coredns, local-storage, metrics-server]
kube-apiserver-arg: [audit-policy-file=/etc/rancher/k3s/audit.yaml, audit-log-path=${AUDIT_LOG}]
kube-controller-manager-arg: [node-monitor-grace-period=1h, allocate-node-cidrs=false]
`;

export interface KwokCluster {
  /** With a token of the panel's own account; a secret. */
  readonly panelKubeconfig: string;
  /** The administrator's. */
  readonly api: ApiClient;
  /** Requests of the panel so far, as the API server's audit log has them: "list pods" → how many. */
  panelRequests(): Promise<Readonly<Record<string, number>>>;
  remove(): Promise<void>;
}

/** Sets it up, with all pods running. A minute or two. */
export async function raiseKwokCluster(): Promise<KwokCluster> {
  await addHost(HOST, ADDRESS);
  await mustExec(
    HOST,
    `mkdir -p /etc/rancher/k3s/config.yaml.d
    printf '%s' '${AUDIT_POLICY}' > /etc/rancher/k3s/audit.yaml
    printf '%s' '${SETTINGS}' > /etc/rancher/k3s/config.yaml.d/scale.yaml`,
  );
  const server = `https://${ADDRESS}:6443`;
  const kubeconfig = unwrap(rewriteKubeconfig(await installK3s(HOST, ADDRESS), server));
  const credentials = unwrap(readKubeconfig(kubeconfig));
  const api = createApiClient(credentials);
  const endNodes = startKwok(kubeconfig);
  await createAll(api, [...namespaces, ...nodes]);
  await createAll(api, pods);
  await allRunning(api);
  const token = secret(await panelToken(api));
  const names = { name: "scale", user: "panel" };
  return {
    api,
    panelKubeconfig: tokenKubeconfig({ ...names, server, caPem: credentials.caPem, token }),
    panelRequests,
    remove: async () => {
      api.close();
      endNodes();
      await removeHost(HOST);
    },
  };
}

function unwrap<T>(result: { ok: true; value: T } | { ok: false; problem: { detail: string } }): T {
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/** Asks until it is done: an API server that just started is not ready for everything at once. */
export async function must<T>(api: ApiClient, request: ApiRequest): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await api.json<T>(request);
    if (answer.ok) return answer.value;
    if (attempt === 20) throw new Error(`${request.path}: ${answer.problem.detail}`);
    if (answer.problem.httpStatus === 409) return {} as T; // an attempt whose answer was lost
    await sleep(250);
  }
}

function startKwok(kubeconfig: string): () => void {
  const folder = mkdtempSync(join(tmpdir(), "gandalf-kwok-"));
  const file = join(folder, "kubeconfig");
  writeFileSync(file, kubeconfig, { mode: 0o600 });
  const args = [
    `--kubeconfig=${file}`,
    "--manage-all-nodes=false",
    "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake",
    // KWOK 0.7 has this the wrong way round: nodes with a lease tell their state every 20 s too, those without every 10 min.
    "--node-lease-duration-seconds=0",
    "--server-address=",
  ];
  const kwok = spawn(process.env.KWOK ?? "kwok", args, { stdio: "ignore" });
  return () => {
    kwok.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
}

async function createAll(api: ApiClient, creations: readonly Creation[]): Promise<void> {
  const queue = creations.values();
  const writer = async () => {
    for (const { path, body } of queue) await must(api, { method: "POST", path, body });
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** Names only, of what runs. Source: Kubernetes API concepts, "Metadata-only fetches". */
const RUNNING: ApiRequest = {
  path: "/api/v1/pods",
  query: { fieldSelector: "status.phase=Running", resourceVersion: "0" },
  accept: "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
};

async function allRunning(api: ApiClient): Promise<void> {
  for (;;) {
    const { items } = await must<{ items: readonly object[] }>(api, RUNNING);
    if (items.length >= PODS) return;
    await sleep(2_000);
  }
}

async function panelToken(api: ApiClient): Promise<string> {
  const { namespace, name } = PANEL;
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name } };
  await must(api, { method: "POST", path: accounts, body: account });
  await must(api, {
    method: "POST",
    path: "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
    body: {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: "panel" },
      roleRef: {
        apiGroup: "rbac.authorization.k8s.io",
        kind: "ClusterRole",
        name: "cluster-admin",
      },
      subjects: [{ kind: "ServiceAccount", namespace, name }],
    },
  });
  const { status } = await must<{ status: { token: string } }>(api, {
    method: "POST",
    path: `${accounts}/${name}/token`,
    body: {
      apiVersion: "authentication.k8s.io/v1",
      kind: "TokenRequest",
      spec: { expirationSeconds: 86_400 },
    },
  });
  return status.token;
}

interface AuditLine {
  readonly verb: string;
  readonly requestURI: string;
  readonly objectRef?: { readonly resource?: string };
}

async function panelRequests(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const log = await mustExec(HOST, `cat ${AUDIT_LOG} 2>/dev/null || true`);
  for (const line of log.split("\n").filter(Boolean)) {
    const { verb, requestURI, objectRef } = JSON.parse(line) as AuditLine;
    const what = `${verb} ${objectRef?.resource ?? requestURI}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}
