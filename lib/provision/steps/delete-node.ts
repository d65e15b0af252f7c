import { ask } from "@/lib/provision/fact";
import { kubectlScript } from "@/lib/provision/facts/kubectl";
import { nodeRecords } from "@/lib/provision/facts/node-records";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";

export interface DeleteNodeInput {
  readonly node: string;
  /** The server on which this runs. */
  readonly serverName: string;
}

const DELETE = `k delete node "$1" --ignore-not-found && k --namespace kube-system delete secret "$1.node-password.k3s" --ignore-not-found`;

/** Lets the cluster forget a node, so that a new host may take its name. */
export const deleteNodeStep = defineStep({
  id: "node.delete",
  typicalMs: 800,
  label: ({ node }: DeleteNodeInput) => `forget ${node}`,
  title: ({ node }: DeleteNodeInput) => `Delete node ${node} and its password`,
  why: ({ node }: DeleteNodeInput) =>
    `While the cluster remembers the password of ${node}, a host of that name that was set up anew is refused ("Node password rejected").`,
  needs: ({ node }: DeleteNodeInput) => ({ records: ask(nodeRecords, { node }) }),
  decide: ({ node, serverName }, { records }) => {
    if (records === null)
      return unknown(
        `what the cluster knows of ${node}, because ${serverName}'s API does not answer`,
      );
    if (!records.node && !records.password) return inSync(`the cluster does not know ${node}`);
    const what = [records.node ? `node ${node}` : "", records.password ? "its password" : ""];
    return change(`delete ${what.filter(Boolean).join(" and ")}`, {
      kind: "run",
      argv: kubectlScript(DELETE, node),
      timeoutMs: 60_000,
      why: "let the cluster forget it",
    });
  },
});
