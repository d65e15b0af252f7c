import { ask } from "@/lib/provision/fact";
import { kubectlScript } from "@/lib/provision/facts/kubectl";
import { nodeBoot } from "@/lib/provision/facts/node-boot";
import { REBOOTING } from "@/lib/provision/facts/rebooting";
import { change, defineStep, inSync, unknown } from "@/lib/provision/step";
import type { RebootInput } from "./reboot-input";

export interface UncordonNodeInput extends RebootInput {
  readonly node: string;
  /** The server on which this runs. */
  readonly serverName: string;
}

/** The note goes last: while it is there, the node is still to be uncordoned. */
const UNCORDON = `k uncordon "$1" && k annotate node "$1" "$2-"`;

/** Lets pods in again, where this job had kept them out. */
export const uncordonNodeStep = defineStep({
  id: "node.uncordon",
  typicalMs: 800,
  label: ({ node }: UncordonNodeInput) => `uncordon ${node}`,
  title: ({ node }: UncordonNodeInput) => `Let pods start on ${node} again`,
  why: ({ node }: UncordonNodeInput) =>
    `Also when the job fails or is cancelled before the end. If somebody had cordoned ${node} before, it stays so.`,
  needs: ({ node }: UncordonNodeInput) => ({ found: ask(nodeBoot, { node }) }),
  decide: ({ node, serverName, from }, { found }) => {
    if (found === null)
      return unknown(`whether ${node} is cordoned, because ${serverName}'s API does not answer`);
    if (!found.exists) return inSync(`${node} is not in the cluster`);
    if (from === null && found.cordoned && found.cordonedFor === null)
      return inSync(`${node} was cordoned before and stays so`);
    if (from !== null && found.cordonedFor !== from)
      return inSync(`${node} was not cordoned by this job`);
    return change(`uncordon ${node}`, {
      kind: "run",
      argv: kubectlScript(UNCORDON, node, REBOOTING),
      timeoutMs: 60_000,
      why: "let pods in again",
    });
  },
});
