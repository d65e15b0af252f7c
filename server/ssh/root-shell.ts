import type { ClientChannel } from "ssh2";
import { MarkReader } from "./mark-reader";
import { newMarker } from "./marker";

/** One script for a root shell. Its marks and its output arrive in the order in which they were printed. */
export interface ShellJob {
  /** Builds the script; `mark` is what its own marks must begin with. */
  script(mark: string): string;
  onStdout?(bytes: Buffer): void;
  onStderr?(bytes: Buffer): void;
  /** A mark the script printed: "<mark>text". */
  onMark?(stream: Stream, text: string): void;
  /** The script's process group, known before its first command runs. */
  onGroup?(group: number): void;
  /** The script reads the channel's own input (`sendInput`); the shell ends with it. */
  readonly readsInput?: true;
}

export type Stream = "stdout" | "stderr";

/** How a script ended. "lost": the channel went away first, nobody knows how far it got. */
export type ShellEnd =
  { readonly state: "exited"; readonly exitCode: number } | { readonly state: "lost" };

/** Start and end are printed by builtins: no fork, and no way for a command to see the marker. */
function envelope(mark: string, job: ShellJob): string {
  const end = `GANDALF_${mark.replace(/[^0-9a-f]/g, "")}`;
  const report = `printf '%s%s\\n' '${mark}' "exit $c"`;
  const finish = `c=$?; ${report}; ${report} >&2`;
  if (job.readsInput === true)
    // The shell becomes the script: bytes that follow can never be read as commands.
    return `S=$(cat <<'${end}'\n( ${job.script(mark)}\n)\n${finish}\n${end}\n)\nexec sh -c "$S"\n`;
  // Its own session, so that it can be killed as a whole without harm to this shell. The here-document
  // keeps it out of any argument list.
  const body = `printf '%s%s\\n' '${mark}' "group $$"\n${job.script(mark)}\n`;
  return `setsid sh <<'${end}'\n${body}${end}\n${finish}\n`;
}

/** Same surroundings for every command, whatever the account's own settings are. */
const PRELUDE =
  "export LC_ALL=C LANG=C HOME=/root DEBIAN_FRONTEND=noninteractive " +
  "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; umask 022; cd /\n";

interface Running {
  readonly job: ShellJob;
  readonly readers: Readonly<Record<Stream, MarkReader>>;
  readonly resolve: (end: ShellEnd) => void;
  readonly exits: Set<Stream>;
}

/** A long-lived root `sh` on one channel: scripts one at a time, without a fork of ours in between. */
export class RootShell {
  readonly #channel: ClientChannel;
  /** Process id of the shell itself. */
  readonly pid: number;
  #running: Running | null = null;
  #open = true;

  constructor(channel: ClientChannel, pid: number) {
    this.#channel = channel;
    this.pid = pid;
    channel.on("data", (chunk: Buffer) => this.#take("stdout", chunk));
    channel.stderr.on("data", (chunk: Buffer) => this.#take("stderr", chunk));
    channel.on("error", () => this.close());
    channel.on("close", () => this.#lost());
    channel.write(PRELUDE);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Runs one script to its end. A second one before that is a bug. */
  execute(job: ShellJob): Promise<ShellEnd> {
    if (this.#running !== null) throw new Error("this shell is busy");
    if (!this.#open) return Promise.resolve({ state: "lost" });
    const mark = newMarker();
    return new Promise((resolve) => {
      const readers = { stdout: new MarkReader(mark), stderr: new MarkReader(mark) };
      this.#running = { job, readers, resolve, exits: new Set() };
      this.#channel.write(envelope(mark, job));
    });
  }

  /** Sends bytes to the script's own input. Resolves when the network wants more. */
  sendInput(bytes: Buffer): Promise<void> {
    if (!this.#open || this.#channel.write(bytes)) return Promise.resolve();
    return new Promise((resolve) => {
      const go = () => {
        this.#channel.off("drain", go).off("close", go);
        resolve();
      };
      this.#channel.on("drain", go).on("close", go);
    });
  }

  close(): void {
    this.#channel.destroy();
    this.#lost();
  }

  #take(stream: Stream, chunk: Buffer): void {
    const running = this.#running;
    if (running === null) return; // a process left behind by an earlier command still talks
    for (const piece of running.readers[stream].push(chunk)) {
      if (piece.kind === "mark") this.#mark(running, stream, piece.text);
      else if (stream === "stdout") running.job.onStdout?.(piece.bytes);
      else running.job.onStderr?.(piece.bytes);
    }
  }

  #mark(running: Running, stream: Stream, text: string): void {
    const [word, value] = text.split(" ");
    if (word === "group") return running.job.onGroup?.(Number(value));
    if (word !== "exit") return running.job.onMark?.(stream, text);
    running.exits.add(stream);
    if (running.exits.size < 2) return;
    this.#running = null;
    running.resolve({ state: "exited", exitCode: Number(value) });
    if (running.job.readsInput === true) this.close();
  }

  #lost(): void {
    if (!this.#open) return;
    this.#open = false;
    const running = this.#running;
    this.#running = null;
    running?.resolve({ state: "lost" });
  }
}
