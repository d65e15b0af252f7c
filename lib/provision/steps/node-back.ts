import { ask } from "@/lib/provision/fact";
import { nodeBack, nodeBoot } from "@/lib/provision/facts/node-boot";
import type { HostId } from "@/lib/provision/host";
import { change, defineStep, inSync } from "@/lib/provision/step";
import type { RebootInput } from "./reboot-input";

export interface NodeBackInput extends RebootInput {
  readonly node: string;
  readonly unit: string;
  /** The server that is asked. */
  readonly serverId: HostId;
  readonly serverName: string;
}

/** Two minutes beyond what a Raspberry Pi needs to start its pods. */
const READY_TIMEOUT_MS = 420_000;

/** Follows a node until the cluster calls it Ready in its new boot. */
export const nodeBackStep = defineStep({
  id: "node.back",
  typicalMs: 15_000,
  label: (_: NodeBackInput) => "node Ready",
  title: ({ node }: NodeBackInput) => `See node ${node} become Ready again`,
  why: ({ serverName }: NodeBackInput) =>
    `The cluster itself, asked on ${serverName}, has the last word on whether the node works.`,
  needs: ({ node, serverId }: NodeBackInput) => ({ found: ask(nodeBoot, { node }, serverId) }),
  decide: ({ node, unit, serverId, from }, { found }) => {
    if (found?.exists === false) return inSync(`${node} is not in the cluster`);
    const boot = from ?? found?.bootId ?? "";
    if (found !== null && found.bootId !== boot && found.ready === "True")
      return inSync(`${node} is Ready in its new boot`);
    return change(`wait until ${node} is Ready`, {
      kind: "wait",
      what: `${node} is Ready in its new boot`,
      until: ask(nodeBack, { node, from: boot }, serverId),
      everyMs: 1_000,
      timeoutMs: READY_TIMEOUT_MS,
      journalUnit: unit,
    });
  },
});
