import { fail, type Result } from "@/lib/core/result";
import type { CommandOutput } from "@/lib/provision/host";

/** The host answered something that no supported system answers. The engine adds the evidence. */
export const unreadable = (what: string, output: CommandOutput): Result<never> =>
  fail({
    code: output.exitCode === 0 ? "fact.unreadable" : "command.failed",
    detail:
      output.exitCode === 0
        ? `The answer about ${what} was not understood.`
        : `Asking for ${what} failed with exit code ${output.exitCode ?? "none"}.`,
    remedies: [
      "Run the command of the evidence on the host to see what is in its way.",
      "If the host is not Debian, Ubuntu or Raspberry Pi OS, use one that is.",
    ],
  });
