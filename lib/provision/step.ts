import { ok, type Result } from "@/lib/core/result";
import type { Text } from "@/lib/core/text";
import type { Argv } from "@/lib/shell/argv";
import type { Answers, FactRequest, Needs } from "./fact";
import type { Artifact, HostPlace, RemoteFile } from "./host";

/** The answer to "has it happened yet?". `note` is the reason shown while waiting. */
export type WaitState =
  | { readonly state: "done"; readonly note: string }
  | { readonly state: "waiting"; readonly note: string }
  | { readonly state: "failed"; readonly note: string };

/** Everything a step may do to a host, as data: loggable, diffable, golden-testable. */
export type Action =
  | {
      readonly kind: "run";
      readonly argv: Argv;
      readonly stdin?: Text;
      readonly timeoutMs: number;
      /** What for, as a clause: "load it now". */
      readonly why: string;
      /** Minutes rather than seconds (apt, uninstall): runs as a transient unit. */
      readonly long?: true;
      /** Cancel stops it at once, because what it has done so far is taken back by a step that always runs. */
      readonly stoppable?: true;
      /** Over a connection made for it alone: it proves that the host still lets the panel in. */
      readonly fresh?: true;
    }
  | {
      readonly kind: "consult";
      /** Asks what only the panel can see, such as whether the hosts reach each other. Known to whoever runs the plan. */
      readonly task: string;
      /** Completes "Waiting until …". */
      readonly what: string;
      readonly timeoutMs: number;
    }
  | {
      readonly kind: "keep-at";
      /** A change on trial is kept only over a new connection, at the place that it leads to. */
      readonly place: HostPlace;
      readonly argv: Argv;
      /** Completes "Waiting until …". */
      readonly what: string;
      readonly timeoutMs: number;
      /** There as long as the change is on trial. */
      readonly pending: string;
      /** After this long the host has brought the old setting back by itself, counted from the end of the wait. */
      readonly returnsMs: number;
    }
  | {
      readonly kind: "write-file";
      readonly file: RemoteFile;
      /** The text it replaces, for the diff; null when there is none or it must not be shown. */
      readonly previous: string | null;
    }
  | { readonly kind: "remove-file"; readonly path: string; readonly previous: string | null }
  | {
      readonly kind: "put-artifact";
      readonly artifact: Artifact;
      readonly path: string;
      readonly mode: number;
    }
  | {
      readonly kind: "wait";
      /** Completes "Waiting until …": "master1 is Ready". */
      readonly what: string;
      readonly until: FactRequest<WaitState>;
      readonly everyMs: number;
      readonly timeoutMs: number;
      /** Its journal is streamed when the wait exceeds 20 s. */
      readonly journalUnit?: string;
      /** The host itself is expected to be silent meanwhile: what is shown then, and what to do if it stays so. */
      readonly away?: { readonly note: string; readonly remedies: readonly string[] };
    };

export type Decision =
  | { readonly state: "in-sync"; readonly note: string }
  | {
      readonly state: "change";
      readonly summary: string;
      readonly actions: readonly [Action, ...Action[]];
      /** Units that are restarted or reloaded by this change. */
      readonly restarts?: readonly string[];
    }
  /** Not knowable yet: a step before this one must happen first ("the token of master1"). */
  | { readonly state: "unknown"; readonly missing: string };

/** What the engine sees. check → apply → verify; verify is "check again, it must now be in sync". */
export interface Step<Input> {
  readonly id: string;
  /** One or two words for the graph: "haproxy.cfg". */
  label(input: Input): string;
  /** One line: "Install haproxy". */
  title(input: Input): string;
  /** One or two sentences of reason for the plan page. */
  why(input: Input): string;
  /** Typical duration of the change in ms, on a lab host. Source: measured. */
  readonly typicalMs: number;
  /** Whether an operator may skip it with a reason without breaking what follows. */
  readonly skippable?: true;
  /** The host may be away because of this step itself, begun by an earlier run: how long to wait for an answer, in ms. */
  readonly patienceMs?: number;
  needs(input: Input): Needs;
  decide(input: Input, facts: Readonly<Record<string, unknown>>): Result<Decision>;
}

/** Pure step: questions in, decision out. No I/O, no clock, no randomness. */
export function defineStep<Input, N extends Needs>(
  step: Omit<Step<Input>, "needs" | "decide"> & {
    needs(input: Input): N;
    decide(input: Input, facts: Answers<N>): Result<Decision>;
  },
): Step<Input> {
  return { ...step, decide: (input, facts) => step.decide(input, facts as Answers<N>) };
}

export const inSync = (note: string): Result<Decision> => ok({ state: "in-sync", note });
export const unknown = (missing: string): Result<Decision> => ok({ state: "unknown", missing });
export const change = (summary: string, ...actions: [Action, ...Action[]]): Result<Decision> =>
  ok({ state: "change", summary, actions });
/** A change that restarts or reloads the named units. */
export const changeWithRestart = (
  summary: string,
  restarts: readonly string[],
  ...actions: [Action, ...Action[]]
): Result<Decision> => ok({ state: "change", summary, actions, restarts });
