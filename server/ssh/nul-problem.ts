import type { Problem } from "@/lib/core/problem";
import { isSecret, reveal } from "@/lib/core/secret";
import { revealText, type Text } from "@/lib/core/text";
import type { Argv } from "@/lib/shell/argv";
import type { SshTarget } from "./target";

/** A shell drops NUL without a word, so the value would arrive changed. */
export const hasNul = (commands: readonly Argv[], stdin: Text = ""): boolean =>
  revealText(stdin).includes("\0") ||
  commands.some((argv) =>
    argv.some((token) => (isSecret(token) ? reveal(token) : String(token)).includes("\0")),
  );

/** A value with a NUL character cannot be given to any program on a host. */
export const nulProblem = (target: SshTarget): Problem => ({
  code: "input.invalid",
  detail: `A value for ${target.hostName} contains a NUL character, which no program accepts.`,
  remedies: ["Remove the character."],
  hostId: target.hostId,
});
