import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { kubectlScript } from "./kubectl";

export interface ClusterNode {
  readonly name: string;
  /** "True", "False" or "Unknown", as the node's Ready condition says. */
  readonly ready: string;
  /** Why it is not Ready; empty when it is. */
  readonly message: string;
  readonly version: string;
  readonly cordoned: boolean;
  /** "key=value:effect" */
  readonly taints: readonly string[];
}

const PATH = `{range .items[*]}{.metadata.name}{"\\t"}{.status.conditions[?(@.type=="Ready")].status}{"\\t"}{.status.conditions[?(@.type=="Ready")].message}{"\\t"}{.status.nodeInfo.kubeletVersion}{"\\t"}{.spec.unschedulable}{"\\t"}{range .spec.taints[*]}{.key}={.value}:{.effect} {end}{"\\n"}{end}`;

/** One line of the answer. */
export function parseNodes(text: string): readonly ClusterNode[] {
  return text
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells.length === 6)
    .map(([name = "", ready = "", message = "", version = "", cordoned = "", taints = ""]) => ({
      name,
      ready: ready === "" ? "Unknown" : ready,
      message: ready === "True" ? "" : message,
      version,
      cordoned: cordoned === "true",
      taints: taints.split(" ").filter(Boolean),
    }));
}

/** All nodes, as a server's API tells them; null while that API does not answer. */
export const clusterNodes: Fact<Record<string, never>, readonly ClusterNode[] | null> = {
  id: "cluster-nodes",
  slow: true,
  command: () => kubectlScript(`k get nodes -o "jsonpath=$1" 2>&1`, PATH),
  parse: ({ stdout, exitCode }) => ok(exitCode === 0 ? parseNodes(stdout) : null),
};
