import { ok, type Result } from "@/lib/core/result";
import { drainPreview } from "@/lib/kube-write/drain-preview";
import type {
  RawBudget,
  RawNodeObject,
  RawPodObject,
  RawVolumeObject,
} from "@/lib/kube-write/raw-objects";
import type { Fact } from "@/lib/provision/fact";
import type { DrainPreview } from "@/lib/schemas/kube-drain";
import type { CommandOutput } from "@/lib/provision/host";
import { kubectlScript } from "./kubectl";
import { unreadable } from "./unreadable";

export interface NodePods {
  readonly exists: boolean;
  readonly cordoned: boolean;
  /** The boot its kubelet has told of; null when it has told of none. */
  readonly bootId: string | null;
  /** "namespace/name" of pods that a drain would move: not of daemon sets, not static, not ended. */
  readonly evictable: readonly string[];
  /** Those of them that nothing starts again. */
  readonly bare: readonly string[];
  /** Those of them whose emptyDir volumes go with them. */
  readonly emptyDir: readonly string[];
  /** Those of them whose volume is on this node and cannot move: down until it is back. */
  readonly pinned: readonly string[];
  /** Disruption budgets over them. */
  readonly budgets: readonly {
    /** "namespace/name" */
    readonly name: string;
    /** How many of its pods may go now. */
    readonly allowed: number;
  }[];
}

const MARK = "--gandalf--";

const READ = `k get node "$1" --ignore-not-found -o json && echo ${MARK} &&
k get pods --all-namespaces --field-selector "spec.nodeName=$1" -o json && echo ${MARK} &&
k get poddisruptionbudgets,persistentvolumes --all-namespaces -o json`;

const NONE: NodePods = {
  exists: false,
  cordoned: false,
  bootId: null,
  evictable: [],
  bare: [],
  emptyDir: [],
  pinned: [],
  budgets: [],
};

/** What runs on a node and what a drain of it meets, asked on a server; null while the API does not answer. */
export const nodePods: Fact<{ readonly node: string }, NodePods | null> = {
  id: "node-pods",
  slow: true,
  command: ({ node }) => kubectlScript(READ, node),
  parse: (output) => (output.exitCode === 0 ? read(output) : ok(null)),
};

interface Listed {
  readonly kind: string;
}

function read(output: CommandOutput): Result<NodePods> {
  const [node = "", pods = "", others = ""] = output.stdout
    .split(new RegExp(`^${MARK}$`, "m"))
    .map((part) => part.trim());
  if (node === "") return ok(NONE);
  try {
    const { items } = JSON.parse(others) as { items: readonly Listed[] };
    const of = (kind: string) => items.filter((item) => item.kind === kind) as unknown;
    const found = JSON.parse(node) as RawNodeObject;
    const preview = drainPreview({
      node: found,
      nodes: [found],
      pods: (JSON.parse(pods) as { items: readonly RawPodObject[] }).items,
      budgets: of("PodDisruptionBudget") as readonly RawBudget[],
      volumes: of("PersistentVolume") as readonly RawVolumeObject[],
      services: [],
      ingresses: [],
      complete: true,
    });
    return ok({ ...summary(preview), bootId: found.status?.nodeInfo?.bootID ?? null });
  } catch {
    return unreadable("the pods of the node", output);
  }
}

const full = ({ namespace, name }: { namespace: string; name: string }) => `${namespace}/${name}`;

const summary = ({ cordoned, pods, budgets }: DrainPreview) => ({
  exists: true,
  cordoned,
  evictable: pods.map(full),
  bare: pods.filter(({ bare }) => bare).map(full),
  emptyDir: pods.filter(({ emptyDir }) => emptyDir).map(full),
  pinned: pods.filter(({ pinned }) => pinned.length > 0).map(full),
  budgets: budgets.map((budget) => ({ name: full(budget), allowed: budget.allowed })),
});
