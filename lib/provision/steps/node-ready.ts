import { ask } from "@/lib/provision/fact";
import { clusterNodes } from "@/lib/provision/facts/cluster-nodes";
import { K3S_BINARY } from "@/lib/provision/facts/kubectl";
import { nodeReady } from "@/lib/provision/facts/node-ready";
import type { HostId } from "@/lib/provision/host";
import { type Action, change, defineStep, inSync } from "@/lib/provision/step";
import { SERVER_TAINT } from "@/lib/render/k3s/server-config";

export interface NodeReadyInput {
  readonly node: string;
  readonly unit: string;
  /** The server that is asked. */
  readonly serverId: HostId;
  readonly serverName: string;
  /** Whether ordinary pods shall be kept off; null: not ours to say (agents). */
  readonly taint: boolean | null;
}

/** Two minutes beyond what a Raspberry Pi needs to import images and start its pods. */
const READY_TIMEOUT_MS = 420_000;

const { key, value, effect } = SERVER_TAINT;
const TAINT = `${key}=${value}:${effect}`;

/** k3s sets taints only when a node registers: a later change of mind is carried out here. */
const setTaint = (node: string, wanted: boolean): Action => ({
  kind: "run",
  argv: wanted
    ? [K3S_BINARY, "kubectl", "taint", "node", node, TAINT, "--overwrite"]
    : [K3S_BINARY, "kubectl", "taint", "node", node, `${key}:${effect}-`],
  timeoutMs: 30_000,
  why: wanted ? "keep ordinary pods off" : "let ordinary pods in",
});

/** Follows a node until Kubernetes calls it Ready. */
export const nodeReadyStep = defineStep({
  id: "k3s.node",
  typicalMs: 5_000,
  label: (_: NodeReadyInput) => "node Ready",
  title: ({ node }: NodeReadyInput) => `See node ${node} become Ready`,
  why: ({ serverName }: NodeReadyInput) =>
    `The cluster itself, asked on ${serverName}, has the last word on whether the node works.`,
  needs: ({ serverId }: NodeReadyInput) => ({ nodes: ask(clusterNodes, {}, serverId) }),
  decide: ({ node, unit, serverId, taint }, { nodes }) => {
    const found = nodes?.find(({ name }) => name === node);
    const tainted = found?.taints.includes(TAINT) ?? false;
    const ready = found?.ready === "True";
    if (ready && (taint === null || taint === tainted)) return inSync(`Ready, ${found.version}`);
    if (ready && taint !== null)
      return change(taint ? `taint ${TAINT}` : `remove taint ${TAINT}`, setTaint(node, taint));
    return change(`wait until ${node} is Ready`, {
      kind: "wait",
      what: `${node} is Ready`,
      until: ask(nodeReady, { node }, serverId),
      everyMs: 1_000,
      timeoutMs: READY_TIMEOUT_MS,
      journalUnit: unit,
    });
  },
});
