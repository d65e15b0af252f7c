import type { Result } from "@/lib/core/result";
import type { Argv } from "@/lib/shell/argv";
import type { CommandOutput, HostId } from "./host";

/** A read-only question about one host: a command and a pure parser of its output. */
export interface Fact<Args, Value> {
  readonly id: string;
  /** Takes 100 ms or more on a Pi (kubectl, checksums): not asked ahead of need. */
  readonly slow?: true;
  command(args: Args): Argv;
  /** Absence ("no such file", "not installed") is a value, usually null; a problem is for surprises. */
  parse(output: CommandOutput, args: Args): Result<Value>;
}

export interface FactRequest<Value = unknown> {
  readonly fact: Fact<never, Value>;
  readonly args: unknown;
  /** Defaults to the step's own host; set it to read another host (e.g. the first server's token). */
  readonly on?: HostId;
}

/** A question as a step states it. `on` reads another host. */
export const ask = <Args, Value>(
  fact: Fact<Args, Value>,
  args: Args,
  on?: HostId,
): FactRequest<Value> => ({
  fact,
  args,
  ...(on === undefined ? {} : { on }),
});

export type Needs = Readonly<Record<string, FactRequest>>;
export type Answers<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends FactRequest<infer V> ? V : never;
};
