import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { kubectlScript } from "./kubectl";
import { staysOnDrain } from "./stays-on-drain";

export interface NodePods {
  readonly exists: boolean;
  readonly cordoned: boolean;
  /** "namespace/name" of pods that a drain would move: not of daemon sets, not static, not ended. */
  readonly evictable: readonly string[];
}

const PODS = `{range .items[*]}pod{"\\t"}{.metadata.namespace}/{.metadata.name}{"\\t"}{.status.phase}{"\\t"}{.metadata.ownerReferences[*].kind}{"\\n"}{end}`;

const READ = `k get node "$1" --ignore-not-found -o 'jsonpath=node {.spec.unschedulable}{"\\n"}' || exit 1
k get pods --all-namespaces --field-selector "spec.nodeName=$1" -o "jsonpath=$2"`;

/** What runs on a node, asked on a server; null while the API does not answer. */
export const nodePods: Fact<{ readonly node: string }, NodePods | null> = {
  id: "node-pods",
  slow: true,
  command: ({ node }) => kubectlScript(READ, node, PODS),
  parse: ({ stdout, exitCode }) => {
    if (exitCode !== 0) return ok(null);
    const node = /^node (true|false)?$/m.exec(stdout);
    const pods = stdout.split("\n").map((line) => line.split("\t"));
    return ok({
      exists: node !== null,
      cordoned: node?.[1] === "true",
      evictable: pods
        .filter(
          ([kind, , phase = "", owners = ""]) =>
            kind === "pod" && !staysOnDrain(phase, owners.split(" ")),
        )
        .map(([, name = ""]) => name),
    });
  },
};
