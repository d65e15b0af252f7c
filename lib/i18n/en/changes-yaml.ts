import { plural } from "@/lib/format/plural";
import type { ApplyOutcome } from "@/lib/schemas/kube-change";

/** Applying and editing YAML. */
export const changesYaml = {
  applyCrumb: "Apply YAML",
  applyTitle: "Apply YAML",
  applyFacts: "Any number of objects. Each is tried first; if one is refused, nothing changes.",
  editCrumb: "Edit",
  editTitle: (kind: string, name: string) => `Edit ${kind} ${name}`,
  editFacts: (managers: readonly string[]) =>
    managers.length === 0
      ? "Only what you change is sent."
      : `Only what you change is sent. Changed by ${managers.join(", ")} before.`,
  label: "YAML",
  reading: "Loading the editor…",
  openFile: "Open files…",
  namespace: "Namespace for objects that name none",
  tryIt: "Try it",
  apply: (count: number) => (count === 1 ? "Apply 1 object" : `Apply ${count} objects`),
  save: "Save",
  nothing: "Paste or write objects; then try it.",
  tried: "The cluster would accept this",
  refusedSome: (count: number) => `${plural(count, "object")} refused. Nothing was changed.`,
  refusedDry: (count: number) => `The cluster would refuse ${plural(count, "object")}.`,
  applied: (count: number) => `${plural(count, "object")} applied.`,
  saved: (name: string) => `${name} is saved.`,
  wouldChange: "The cluster would accept this change.",
  same: "Nothing differs from what the cluster has.",
  unreadable: "The text cannot be read yet.",
  line: (line: number) => `Line ${line}`,
  outcomes: {
    create: ["Would be made", "Made"],
    change: ["Would change", "Changed"],
    same: ["In sync", "In sync"],
    later: ["Tried once its namespace or kind is there", "Waits"],
    conflict: ["Kept by another", "Kept by another"],
    failed: ["Refused", "Refused"],
    "not-tried": ["Left alone", "Left alone"],
  } satisfies Record<ApplyOutcome, readonly [string, string]>,
  conflictHead: (name: string) => `Somebody else keeps fields of ${name}`,
  conflictBody:
    "Take them over, and whoever kept them may set them back; or leave them as they are.",
  takeOver: "Take over",
  keepTheirs: "Keep theirs",
  columns: {
    field: "Field",
    manager: "Kept by",
    mine: "Yours",
    theirs: "Theirs",
    base: "As opened",
  },
  mergeHead: "You and somebody else changed the same fields",
  mergeBody: "Everything else goes together. Choose for each whose value stays.",
  choose: (path: string) => `Whose value of ${path}`,
  useMine: "Mine",
  useTheirs: "Theirs",
  absent: "not there",
  ownedHead: "Others set these fields and may set them back",
  diffName: "the object",
  secretNote: "Values are hidden. What stays (hidden) is kept; write base64 to replace one.",
  back: "Back",
  fileTooLarge: (name: string) => `${name} is larger than 3 MiB.`,
};
