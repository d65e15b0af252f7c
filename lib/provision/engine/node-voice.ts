import type { Problem } from "@/lib/core/problem";
import { matchKnownErrors } from "@/lib/provision/known-errors";
import type { OnLine } from "@/lib/provision/host";
import type { PlanNode } from "@/lib/provision/plan/plan";
import type { EngineDeps } from "./engine-deps";
import { createTail } from "./tail";

/** Lines of evidence shown with a problem. */
const EVIDENCE_LINES = 12;
/** Lines searched for errors that are known. */
const SEARCHED_LINES = 200;

/** How one node speaks: its lines go to the job's log and are remembered as evidence. */
export interface NodeVoice {
  /** A line of the host's. */
  readonly heard: OnLine;
  /** A line of the panel's own. */
  say(line: string): void;
  /** Shown beside the step while it works. */
  progress(note: string): void;
  /** Adds evidence from the log, and cause and remedies where the error is a known one. */
  explain(problem: Problem): Problem;
}

/** The voice of one attempt at one node. */
export function createVoice(node: PlanNode, deps: EngineDeps): NodeVoice {
  const tail = createTail(SEARCHED_LINES);
  let lastNote = "";
  return {
    heard: (stream, line) => {
      tail.push(line);
      deps.emit({ type: "log", node: node.id, stream, line });
    },
    say: (line) => deps.emit({ type: "log", node: node.id, stream: "panel", line }),
    progress: (note) => {
      if (note === lastNote) return;
      lastNote = note;
      deps.emit({ type: "node.progress", node: node.id, note });
    },
    explain: (problem) => explain(problem, node, tail.lines()),
  };
}

function explain(problem: Problem, node: PlanNode, heard: readonly string[]): Problem {
  const lines = [...heard, ...(problem.evidence?.tail ?? []), problem.detail];
  const known = matchKnownErrors(lines);
  const evidence = problem.evidence ?? {
    command: node.step.title(node.input as never),
    exitCode: null,
    tail: heard.slice(-EVIDENCE_LINES),
  };
  return {
    ...problem,
    detail: [...known.map((k) => k.cause), problem.detail].join(" "),
    remedies: [...known.flatMap((k) => k.remedies), ...problem.remedies],
    hostId: node.hostId,
    evidence: {
      ...evidence,
      tail: evidence.tail.length > 0 ? evidence.tail : heard.slice(-EVIDENCE_LINES),
    },
  };
}
