import { assertNever } from "@/lib/core/assert-never";
import { sha256Hex } from "@/lib/core/digest";
import { done, fail, type Result } from "@/lib/core/result";
import type { CommandOutput, HostTransport } from "@/lib/provision/host";
import type { PlanNode } from "@/lib/provision/plan/plan";
import type { Action } from "@/lib/provision/step";
import { toLog, toShell } from "@/lib/shell/argv";
import type { EngineDeps } from "./engine-deps";
import { keepAt } from "./keep-at";
import type { NodeVoice } from "./node-voice";
import type { Polls } from "./polls";
import { waitUntil } from "./wait-until";

export interface Stage {
  readonly node: PlanNode;
  readonly deps: EngineDeps;
  readonly voice: NodeVoice;
  readonly polls: Polls;
}

type ActionOf<K extends Action["kind"]> = Extract<Action, { kind: K }>;

/** Does one action on its host. The only place where a decision becomes a change. */
export async function performAction(action: Action, stage: Stage): Promise<Result<void>> {
  const host = stage.deps.hostFor(stage.node.hostId);
  switch (action.kind) {
    case "write-file":
      stage.voice.say(`write ${action.file.path}`);
      return host.writeFile(action.file);
    case "remove-file":
      stage.voice.say(`remove ${action.path}`);
      return removeFile(action, host);
    case "run":
      return runCommand(action, host, stage);
    case "put-artifact":
      return putArtifact(action, host, stage);
    case "wait":
      return waitUntil(action, stage);
    case "consult":
      return consult(action, stage);
    case "keep-at":
      return keepAt(action, stage);
    default:
      return assertNever(action);
  }
}

function consult(
  { task, what }: ActionOf<"consult">,
  { node, deps, voice }: Stage,
): Promise<Result<void>> {
  if (deps.consult === undefined) throw new Error(`nobody to ask about ${task}`);
  const { hostId, hostName } = node;
  const { say, progress } = voice;
  say(`wait until ${what}`);
  return deps.consult(task, { hostId, hostName, say, progress, signal: deps.signal });
}

async function removeFile(action: ActionOf<"remove-file">, host: HostTransport) {
  const output = await host.run(["rm", "-f", "--", action.path], { timeoutMs: 10_000 });
  return output.ok ? verdict(output.value, host, { command: `rm ${action.path}` }) : output;
}

async function runCommand(action: ActionOf<"run">, host: HostTransport, stage: Stage) {
  const { argv, timeoutMs } = action;
  stage.voice.say(`$ ${toLog(argv)}`);
  const options = {
    timeoutMs,
    onLine: stage.voice.heard,
    ...(action.stdin === undefined ? {} : { stdin: action.stdin }),
    ...(action.stoppable === true ? { signal: stage.deps.signal } : {}),
    ...(action.fresh === true ? { fresh: true as const } : {}),
  };
  const output =
    action.long === true
      ? await host.runUnit(unitName(stage, action), argv, options)
      : await host.run(argv, options);
  if (!output.ok) return output;
  if (action.stoppable === true && stage.deps.signal.aborted) return stopped(action, stage);
  return verdict(output.value, host, { command: toLog(argv), why: action.why });
}

const stopped = (action: ActionOf<"run">, { node }: Stage): Result<void> =>
  fail({
    code: "step.not-converged",
    detail: `Cancelled on ${node.hostName} in the middle (${action.why}).`,
    remedies: ["Resume goes on from here."],
    hostId: node.hostId,
  });

/** The same work has the same name in every attempt, so that it never runs twice at a time. */
function unitName(stage: Stage, action: ActionOf<"run">): string {
  const digest = sha256Hex(`${stage.node.id}\n${toShell(action.argv)}`).slice(0, 12);
  return `${stage.deps.unitPrefix}-${digest}`;
}

async function putArtifact(action: ActionOf<"put-artifact">, host: HostTransport, stage: Stage) {
  const { artifact, path, mode } = action;
  stage.voice.say(`push ${artifact.name} to ${path}, ${mib(artifact.sizeBytes)} MiB`);
  return host.putArtifact(artifact, { path, mode }, (sentBytes) =>
    stage.voice.progress(`${mib(sentBytes)} of ${mib(artifact.sizeBytes)} MiB`),
  );
}

const mib = (bytes: number) => Math.round(bytes / 2 ** 20);

function verdict(
  output: CommandOutput,
  host: HostTransport,
  { command, why }: { command: string; why?: string },
): Result<void> {
  if (output.exitCode === 0) return done;
  const ended =
    output.exitCode === null ? "ended without an exit status" : `exit code ${output.exitCode}`;
  const tail = `${output.stdout}\n${output.stderr}`.trim();
  return fail({
    code: "command.failed",
    detail: `${host.hostName}: a command failed with ${ended}${why === undefined ? "" : ` (${why})`}.`,
    remedies: ["Read the log of this step; mend the cause on the host, then Resume."],
    hostId: host.hostId,
    evidence: {
      command,
      exitCode: output.exitCode,
      tail: tail === "" ? [] : tail.split("\n").slice(-12),
    },
  });
}
