import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { Writable } from "node:stream";

/** Where the words come from and the questions go to. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WritableStream;
}

/** Swallows what the line editor would echo. */
const nowhere = () => new Writable({ write: (_, __, next) => next() });

function askHidden({ input, output }: Terminal, question: string): Promise<string | null> {
  const lines = createInterface({ input, output: nowhere(), terminal: true });
  output.write(question); // only now: from here on the terminal itself echoes nothing either
  return new Promise((resolve) => {
    let typed: string | null = null; // stays so after Ctrl-C and Ctrl-D
    lines.once("line", (line) => {
      typed = line;
      lines.close();
    });
    lines.once("SIGINT", () => lines.close());
    lines.once("close", () => {
      output.write("\n");
      resolve(typed);
    });
  });
}

/**
 * A new password: typed twice without echo on a terminal, else the first line of the input. Null when
 * there was none, or the two differ.
 */
export async function askPassword(terminal: Terminal): Promise<string | null> {
  if (!terminal.input.isTTY) return (await text(terminal.input)).split("\n", 1)[0] ?? null;
  const first = await askHidden(terminal, "New password (it is not shown): ");
  if (first === null) return null;
  const second = await askHidden(terminal, "Once more: ");
  return first === second ? first : null;
}
