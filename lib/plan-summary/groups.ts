import type { ActionView, PlanNodeView } from "@/lib/schemas/plan-view";

/** Which steps are listed: all, those that change something, those that write or remove a file. */
export type PlanFilter = "all" | "changes" | "files";

/** A host with its steps, in the order of the plan. */
export interface PlanGroup {
  readonly hostId: string;
  readonly hostName: string;
  readonly nodes: readonly PlanNodeView[];
  /** Of all its steps, whatever the filter. */
  readonly changes: number;
  readonly total: number;
}

export type FileAction = Extract<ActionView, { kind: "write-file" | "remove-file" }>;
export type CommandAction = Exclude<ActionView, FileAction>;

const isFile = (action: ActionView): action is FileAction =>
  action.kind === "write-file" || action.kind === "remove-file";

/** Files that a step writes or removes. */
export const filesOf = (node: PlanNodeView): readonly FileAction[] =>
  node.state === "change" ? node.actions.filter(isFile) : [];

/** Everything else that a step does: commands, pushes, waits. */
export const commandsOf = (node: PlanNodeView): readonly CommandAction[] =>
  node.state === "change"
    ? node.actions.filter((action): action is CommandAction => !isFile(action))
    : [];

const PASSES: Record<PlanFilter, (node: PlanNodeView) => boolean> = {
  all: () => true,
  changes: (node) => node.state === "change" || node.state === "problem",
  files: (node) => filesOf(node).length > 0,
};

/** How many steps each filter lists. */
export const filterCount = (nodes: readonly PlanNodeView[], filter: PlanFilter): number =>
  nodes.filter(PASSES[filter]).length;

/** Steps by host that pass the filter and hold every word of the search; empty hosts are left out. */
export function planGroups(
  nodes: readonly PlanNodeView[],
  by: { readonly filter: PlanFilter; readonly search: string },
): readonly PlanGroup[] {
  const words = by.search.toLowerCase().split(/\s+/).filter(Boolean);
  const byHost = new Map<string, PlanNodeView[]>();
  for (const node of nodes) byHost.set(node.hostId, [...(byHost.get(node.hostId) ?? []), node]);
  return [...byHost].flatMap(([hostId, all]) => {
    const listed = all.filter((node) => PASSES[by.filter](node) && holds(node, words));
    if (listed.length === 0) return [];
    const changes = all.filter((node) => node.state === "change").length;
    const hostName = all[0]?.hostName ?? hostId;
    return [{ hostId, hostName, nodes: listed, changes, total: all.length }];
  });
}

function holds(node: PlanNodeView, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const paths = filesOf(node).map((file) => file.path);
  const commands = commandsOf(node).map((action) => (action.kind === "run" ? action.command : ""));
  const text = [node.hostName, node.label, node.title, ...paths, ...commands]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
