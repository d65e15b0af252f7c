import {
  labelChanges,
  labelLines,
  ownLabels,
  parseLabels,
  parseTaints,
  taintLines,
  type Lines,
} from "@/lib/kube-write/node-text";
import { parseDocuments } from "@/lib/kube-write/parse-documents";
import type { RawNodeObject } from "@/lib/kube-write/raw-objects";
import type { ChangeInput, EditableObject } from "@/lib/schemas/kube-change";

/** What of a node can be edited as lines. */
export interface NodeFacts {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly {
    readonly key: string;
    readonly value?: string;
    readonly effect: string;
  }[];
  readonly resourceVersion: string;
}

/** Reads them out of the node's YAML. */
export function readNode({ text, resourceVersion }: EditableObject): NodeFacts {
  const parsed = parseDocuments(text);
  const node = parsed.ok ? (parsed.value[0]?.manifest as unknown as RawNodeObject) : undefined;
  return {
    labels: ownLabels(node?.metadata.labels ?? {}),
    taints: node?.spec?.taints ?? [],
    resourceVersion,
  };
}

export const textOfNode = ({ labels, taints }: NodeFacts, what: "labels" | "taints"): string =>
  what === "labels" ? labelLines(labels) : taintLines(taints);

interface Edited {
  readonly node: string;
  readonly what: "labels" | "taints";
  readonly facts: NodeFacts;
  readonly text: string;
}

/** The change that the text asks for, or the line that makes no sense. */
export function wishOf({ node, what, facts, text }: Edited): Lines<ChangeInput> {
  const { resourceVersion } = facts;
  if (what === "taints") {
    const taints = parseTaints(text);
    if (!taints.ok) return taints;
    return {
      ok: true,
      value: { action: "taint-node", node, taints: [...taints.value], resourceVersion },
    };
  }
  const labels = parseLabels(text);
  if (!labels.ok) return labels;
  const changed = { ...labelChanges(facts.labels, labels.value) };
  return { ok: true, value: { action: "label-node", node, labels: changed, resourceVersion } };
}
