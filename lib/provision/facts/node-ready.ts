import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { WaitState } from "@/lib/provision/step";
import { clusterNodes, parseNodes } from "./cluster-nodes";

/** Whether a node has joined and is Ready. Asked on a server. */
export const nodeReady: Fact<{ readonly node: string }, WaitState> = {
  id: "node-ready",
  slow: true,
  command: () => clusterNodes.command({}),
  parse: ({ stdout, exitCode }, { node }) => {
    const waiting = (note: string) => ok({ state: "waiting" as const, note });
    if (exitCode !== 0) return waiting("the API does not answer yet");
    const found = parseNodes(stdout).find(({ name }) => name === node);
    if (found === undefined) return waiting(`${node} has not registered yet`);
    if (found.ready === "True") return ok({ state: "done", note: `${node} is Ready` });
    return waiting(`${node} is not Ready: ${found.message === "" ? found.ready : found.message}`);
  },
};
