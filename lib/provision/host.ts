import type { Result } from "@/lib/core/result";
import type { Text } from "@/lib/core/text";
import type { Argv } from "@/lib/shell/argv";

export type HostId = string & { readonly __brand: "HostId" };

export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** null when the channel closed without an exit status (killed, link lost). Treated as failure. */
  readonly exitCode: number | null;
}

export type OnLine = (stream: "stdout" | "stderr", line: string) => void;

export interface RunOptions {
  readonly timeoutMs: number;
  /** Sent to the command's standard input, then closed. The place for secrets. */
  readonly stdin?: Text;
  readonly onLine?: OnLine;
  readonly signal?: AbortSignal;
  /** Over a new connection, which ends with the command. */
  readonly fresh?: true;
}

/** Where a host answers; what is left out stays as it is known. */
export interface HostPlace {
  readonly address?: string;
  readonly port?: number;
}

/** A file as it shall be on the host. */
export interface RemoteFile {
  readonly path: string;
  readonly content: Text;
  /** Octal permission bits, e.g. 0o644. */
  readonly mode: number;
  /** "user:group". */
  readonly owner: string;
  /** Run on the temporary file before it replaces the target; the token "{file}" is substituted. */
  readonly validate?: Argv;
}

/** A large file that the panel holds in its artifact store and pushes to hosts. */
export interface Artifact {
  /** 64 hex digits; names the file in the panel's store. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** For people: "k3s v1.34.4+k3s1 amd64". */
  readonly name: string;
}

/** Who waits for work that an earlier run left on a host, and sees it go on. */
export interface LeftoverWatch {
  /** Called before each wait, with the unit's name. */
  readonly onUnit: (unit: string) => void;
  readonly onLine: OnLine;
  /** Ends the wait; the work goes on. */
  readonly signal: AbortSignal;
}

/**
 * The only door to a machine; everything behind it runs as root. Implementations:
 * server/ssh (real hosts), lib/provision/testing/fake-host.ts (tests).
 *
 * Mutating calls are fenced: they fail with `host.fenced` when a newer runner holds the host.
 */
export interface HostTransport {
  readonly hostId: HostId;
  /** For sentences: "master1". */
  readonly hostName: string;
  /**
   * Waits for long work that an earlier run left here, so that nothing is asked or changed in the middle of it. Once a
   * job: whoever comes meanwhile waits along. Fails when the wait was ended or the link was lost.
   */
  awaitLeftovers(watch: LeftoverWatch): Promise<Result<void>>;
  /** Read-only questions in one round trip; outputs in the order of the commands. */
  ask(
    commands: readonly Argv[],
    options: { timeoutMs: number },
  ): Promise<Result<readonly CommandOutput[]>>;
  /** One mutating command over the host's own shell, for work of seconds. */
  run(argv: Argv, options: RunOptions): Promise<Result<CommandOutput>>;
  /**
   * Long work as a transient systemd unit: it survives a lost link and a restart of the panel. When a
   * unit of this name still runs or has ended unread, its outcome is taken instead of a second start.
   */
  runUnit(name: string, argv: Argv, options: RunOptions): Promise<Result<CommandOutput>>;
  /** Streams a command's lines (journalctl -f …) until `signal` aborts. Never fails the caller. */
  follow(argv: Argv, onLine: OnLine, signal: AbortSignal): void;
  /**
   * Runs a command at another place over a new connection, with the pinned key: "keep the change". When it succeeds, that
   * is where the host answers from then on, for everybody.
   */
  keepAt(place: HostPlace, argv: Argv, options: { timeoutMs: number }): Promise<Result<CommandOutput>>;
  /** Temp file in the same folder, fsync, validate, rename; the old file is kept for undo. */
  writeFile(file: RemoteFile): Promise<Result<void>>;
  /** Pushes an artifact of the panel's store, verifies its checksum on the host, renames it in place. */
  putArtifact(
    artifact: Artifact,
    target: { readonly path: string; readonly mode: number },
    onProgress: (sentBytes: number) => void,
  ): Promise<Result<void>>;
}
