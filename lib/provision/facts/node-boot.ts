import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { WaitState } from "@/lib/provision/step";
import { kubectlScript } from "./kubectl";
import { REBOOTING } from "./rebooting";

/** A node as a reboot cares for it. */
export interface NodeBoot {
  readonly exists: boolean;
  /** "True", "False" or "Unknown". */
  readonly ready: string;
  /** The boot its kubelet has told of; null before the first. */
  readonly bootId: string | null;
  readonly cordoned: boolean;
  /** The boot for whose end the panel cordoned it; null when the panel did not. */
  readonly cordonedFor: string | null;
}

const PATH = `node{"\\t"}{.status.conditions[?(@.type=="Ready")].status}{"\\t"}{.status.nodeInfo.bootID}{"\\t"}{.spec.unschedulable}{"\\t"}{.metadata.annotations.${REBOOTING.replaceAll(".", "\\.")}}{"\\n"}`;

const READ = `k get node "$1" --ignore-not-found -o "jsonpath=$2"`;
const GONE: NodeBoot = {
  exists: false,
  ready: "Unknown",
  bootId: null,
  cordoned: false,
  cordonedFor: null,
};

function parseNodeBoot(stdout: string): NodeBoot {
  const line = stdout.split("\n").find((text) => text.startsWith("node\t"));
  if (line === undefined) return GONE;
  const [, ready = "", boot = "", cordoned = "", annotation = ""] = line.split("\t");
  return {
    exists: true,
    ready: ready === "" ? "Unknown" : ready,
    bootId: boot === "" ? null : boot,
    cordoned: cordoned === "true",
    cordonedFor: annotation === "" ? null : annotation,
  };
}

/** Which boot a node tells of and whether it takes pods, asked on a server; null while its API does not answer. */
export const nodeBoot: Fact<{ readonly node: string }, NodeBoot | null> = {
  id: "node-boot",
  slow: true,
  command: ({ node }) => kubectlScript(READ, node, PATH),
  parse: ({ stdout, exitCode }) => ok(exitCode === 0 ? parseNodeBoot(stdout) : null),
};

/**
 * Whether a node is Ready in another boot than the one named. Only the boot tells: the cluster calls a host Ready for
 * up to 40 s after it went down. Source: Kubernetes, "--node-monitor-grace-period".
 */
export const nodeBack: Fact<{ readonly node: string; readonly from: string }, WaitState> = {
  id: "node-back",
  slow: true,
  command: ({ node }) => nodeBoot.command({ node }),
  parse: ({ stdout, exitCode }, { node, from }) => {
    const waiting = (note: string) => ok({ state: "waiting" as const, note });
    if (exitCode !== 0) return waiting("the API does not answer yet");
    const found = parseNodeBoot(stdout);
    if (!found.exists) return ok({ state: "done", note: `${node} is not in the cluster` });
    if (found.bootId === from) return waiting(`${node} has not reported since the reboot`);
    if (found.ready !== "True") return waiting(`${node} is not Ready yet`);
    return ok({ state: "done", note: `${node} is Ready` });
  },
};
