import type { CommandOutput } from "@/lib/provision/host";

/** What a command left behind, for a fact's parser. */
export const output = (
  stdout: string,
  exitCode: number | null = 0,
  stderr = "",
): CommandOutput => ({
  stdout,
  stderr,
  exitCode,
});
