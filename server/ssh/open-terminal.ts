import type { ClientChannel } from "ssh2";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { connect } from "./connect";
import { linkLostProblem } from "./connect-problem";
import type { SshTarget } from "./target";

/** What a terminal on a host tells. */
export interface TerminalEvents {
  data(chunk: Buffer): void;
  /** Called once. `exitCode` is null when the link was lost. */
  end(end: { readonly exitCode: number | null; readonly problem: Problem | null }): void;
}

/** A login shell with a terminal. */
export interface HostTerminal {
  write(text: string): void;
  resize(cols: number, rows: number): void;
  pause(): void;
  resume(): void;
  close(): void;
}

export interface TerminalChoice {
  /** Through sudo, which may ask for its password in the terminal. */
  readonly asRoot: boolean;
  readonly cols: number;
  readonly rows: number;
}

/** Opens one on a connection of its own: whatever is typed there, the panel's own work goes on undisturbed. */
export async function openTerminal(
  target: SshTarget,
  { asRoot, cols, rows }: TerminalChoice,
  events: TerminalEvents,
): Promise<Result<HostTerminal>> {
  const link = await connect(target);
  if (!link.ok) return link;
  const { client } = link.value;
  const pty = { term: "xterm-256color", cols, rows };
  const isRootAlready = target.user === "root";
  return new Promise((resolve) => {
    const opened = (error: Error | undefined, channel: ClientChannel) => {
      if (error === undefined)
        return resolve(ok(controlTerminal(channel, link.value, { target, events })));
      link.value.close();
      resolve(fail(linkLostProblem(target, "opening a terminal")));
    };
    if (asRoot && !isRootAlready) client.exec("sudo -i", { pty }, opened);
    else client.shell(pty, opened);
  });
}

/** A channel with a terminal, as whoever shows it wants it. The link ends with it. */
export function controlTerminal(
  channel: ClientChannel,
  link: { close(): void },
  { target, events }: { readonly target: SshTarget; readonly events: TerminalEvents },
): HostTerminal {
  let exitCode: number | null = null;
  channel.on("data", (chunk: Buffer) => events.data(chunk));
  channel.stderr.on("data", (chunk: Buffer) => events.data(chunk));
  channel.on("exit", (code: number | null) => (exitCode = code));
  channel.once("close", () => {
    link.close();
    const problem = exitCode === null ? linkLostProblem(target, "a terminal") : null;
    events.end({ exitCode, problem });
  });
  return {
    write: (text) => void channel.write(text),
    resize: (cols, rows) => channel.setWindow(rows, cols, 0, 0),
    pause: () => void channel.pause(),
    resume: () => void channel.resume(),
    close: () => {
      channel.close();
      link.close();
    },
  };
}
