import { fail, type Result } from "@/lib/core/result";
import { askPassword, type Terminal } from "./ask-password";
import { makeSetupLink } from "./make-setup-link";
import { openFiles, type PanelFiles } from "./open-files";
import { resetPassword } from "./reset-password";

interface Command {
  readonly usage: string;
  /** How many words follow its name. */
  readonly words: number;
  run(files: PanelFiles, words: readonly string[], terminal: Terminal): Promise<Result<string>>;
}

/** Every command. The panel may run while they do. */
const COMMANDS: Readonly<Record<string, Command>> = {
  "setup-link": {
    usage: "setup-link               a new link for the first administrator",
    words: 0,
    run: (files) => makeSetupLink(files),
  },
  "reset-password": {
    usage: "reset-password <e-mail>  a new password for an account",
    words: 1,
    run: (files, [email = ""], terminal) =>
      resetPassword(files, email, () => askPassword(terminal)),
  },
};

/** What is asked of it: the words after the program's name, and where the panel lies. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly root: string;
  readonly terminal: Terminal;
}

/** Runs one command; answers what to print. */
export async function runCommand(line: CommandLine): Promise<Result<string>> {
  const { words, env, root, terminal } = line;
  const [name = "", ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || rest.length !== command.words)
    return fail({
      code: "input.invalid",
      detail: command === undefined ? `There is no command "${name}".` : `Use it like this:`,
      remedies: Object.values(COMMANDS).map(({ usage }) => usage),
    });
  const files = openFiles(env, root);
  if (!files.ok) return files;
  try {
    return await command.run(files.value, rest, terminal);
  } finally {
    await files.value.close();
  }
}
