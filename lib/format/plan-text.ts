import { assertNever } from "@/lib/core/assert-never";
import type { PlanTextWords } from "@/lib/i18n/en/plan";
import { planFigures } from "@/lib/plan-summary/figures";
import { planGroups } from "@/lib/plan-summary/groups";
import type { ActionView, PlanNodeView, PlanView } from "@/lib/schemas/plan-view";
import { diffText, type DiffLine } from "./diff";
import { foldDiff } from "./diff-fold";
import { formatDuration } from "./duration";

/** Sign of each state at the start of its line, as in a difference. */
const SIGN = { "in-sync": "=", change: "~", unknown: "?", problem: "!" } as const satisfies Record<
  PlanNodeView["state"],
  string
>;
const WHOLE_FILE = { context: 3, longestRun: Number.MAX_SAFE_INTEGER };

export interface PlanTextOptions {
  readonly title: string;
  readonly words: PlanTextWords;
  readonly locale: string;
}

/** A plan as a text file to read, keep or send: every step, command and difference; secrets stay redacted. */
export function planText(plan: PlanView, options: PlanTextOptions): string {
  const { title, words, locale } = options;
  const took = formatDuration(plan.readMs, locale);
  const names = new Map(plan.nodes.map((node) => [node.id, `${node.hostName} › ${node.label}`]));
  const groups = planGroups(plan.nodes, { filter: "all", search: "" });
  const blocks = groups.map((group) =>
    [group.hostName, ...group.nodes.flatMap((node) => step(node, { ...options, names }))].join(
      "\n",
    ),
  );
  const head = [
    title,
    words.text.read(plan.hosts, plan.readAt, took),
    words.text.counts(planFigures(plan)),
    words.text.takes(formatDuration(plan.estimateMs, locale)),
  ];
  return `${[head.join("\n"), ...blocks].join("\n\n")}\n`;
}

interface StepOptions extends PlanTextOptions {
  readonly names: ReadonlyMap<string, string>;
}

function step(node: PlanNodeView, options: StepOptions): readonly string[] {
  const { text } = options.words;
  const head = `  ${SIGN[node.state]} ${node.label}: ${text.states[node.state]}`;
  switch (node.state) {
    case "in-sync":
      return [`${head}, ${node.note}`];
    case "unknown":
      return [`${head} ${text.until(options.names.get(node.until) ?? node.until, node.missing)}`];
    case "problem":
      return [
        `${head}, ${node.problem.detail}`,
        ...node.problem.remedies.map((remedy) => `      ${text.remedy}: ${remedy}`),
      ];
    case "change":
      return [
        `${head}, ${node.summary}`,
        `      ${text.why}: ${node.why}`,
        ...node.restarts.map((unit) => `      ${text.restarts}: ${unit}`),
        ...node.actions
          .flatMap((action) => actionLines(action, options))
          .map((line) => `      ${line}`),
      ];
    default:
      return assertNever(node);
  }
}

function actionLines(action: ActionView, { words, locale }: StepOptions): readonly string[] {
  const { actions, text } = words;
  const verb = actions[action.kind];
  switch (action.kind) {
    case "write-file": {
      const check = action.validator === null ? "" : `, ${text.checkedBy} ${action.validator}`;
      const head = `${verb} ${action.path} (${action.mode} ${action.owner})${check}`;
      return [head, ...diffLines(action.before ?? "", action.after, words)];
    }
    case "remove-file":
      return [`${verb} ${action.path}`, ...diffLines(action.before ?? "", "", words)];
    case "run":
      return [`${verb} ${action.command}  # ${action.why}`];
    case "put-artifact":
      return [
        `${verb} ${action.name} ${text.to} ${action.path} (${text.size(action.sizeBytes, action.sha256)})`,
      ];
    case "wait":
      return [`${verb} ${action.what} (${text.timeout(formatDuration(action.timeoutMs, locale))})`];
    default:
      return assertNever(action);
  }
}

function diffLines(before: string, after: string, words: PlanTextWords): readonly string[] {
  const blocks = foldDiff(diffText(before, after).lines, WHOLE_FILE);
  return blocks.flatMap((block) =>
    block.kind === "fold"
      ? [`  ${words.text.unchanged(block.lines.length)}`]
      : block.lines.map((line) => `  ${diffLine(line)}`),
  );
}

function diffLine(line: DiffLine): string {
  if (line.kind === "same") return `  ${line.text}`.trimEnd();
  const text = line.parts.map((part) => part.text).join("");
  return `${line.kind === "add" ? "+" : "-"} ${text}`.trimEnd();
}
