import { ok, type Result } from "@/lib/core/result";
import type {
  Artifact,
  CommandOutput,
  HostId,
  HostPlace,
  HostTransport,
  LeftoverWatch,
  OnLine,
  RemoteFile,
  RunOptions,
} from "@/lib/provision/host";
import { toShell, type Argv } from "@/lib/shell/argv";
import { ask } from "./ask";
import { releaseLock, takeLock, type LockOwner } from "./host-lock";
import { HostSession } from "./host-session";
import { awaitLeftovers, clearLeftovers } from "./leftover-units";
import { LineReader } from "./line-reader";
import { putArtifact, type ArtifactSource } from "./put-artifact";
import { run, type Epoch } from "./run";
import { runUnit } from "./run-unit";
import { writeFile } from "./write-file";

/**
 * A real host. As it is made, nothing fences it: good for questions and for setting a host up. `lock()`
 * answers the same host with the right to change it, for as long as nobody else takes that right.
 */
export class SshHost implements HostTransport {
  readonly session: HostSession;
  readonly #source: ArtifactSource;
  readonly #epoch: Epoch;

  constructor(session: HostSession, source: ArtifactSource, epoch: Epoch = null) {
    this.session = session;
    this.#source = source;
    this.#epoch = epoch;
  }

  /** The same right to change it, over another connection. */
  over(session: HostSession): SshHost {
    return new SshHost(session, this.#source, this.#epoch);
  }

  get hostId(): HostId {
    return this.session.target.hostId;
  }

  get hostName(): string {
    return this.session.target.hostName;
  }

  /** Takes the host over. Calls of whoever held it before fail with `host.fenced` from now on. */
  async lock(owner: LockOwner): Promise<Result<SshHost>> {
    const epoch = await takeLock(this.session, owner);
    if (!epoch.ok) return epoch;
    return ok(new SshHost(this.session, this.#source, epoch.value));
  }

  /** Tells the host that its holder has finished. Without a lock nothing happens. */
  async unlock(): Promise<void> {
    if (this.#epoch !== null) await releaseLock(this.session, this.#epoch);
  }

  awaitLeftovers(watch: LeftoverWatch): Promise<Result<void>> {
    return awaitLeftovers(this.session, watch);
  }

  /** As `awaitLeftovers`, and forgets how they ended. For a locked host. */
  clearLeftovers(watch: LeftoverWatch): Promise<Result<void>> {
    if (this.#epoch === null) throw new Error("only who holds a host may clear it");
    return clearLeftovers(this.session, this.#epoch, watch);
  }

  ask(
    commands: readonly Argv[],
    options: { timeoutMs: number },
  ): Promise<Result<readonly CommandOutput[]>> {
    return ask(this.session, commands, options);
  }

  async run(argv: Argv, options: RunOptions): Promise<Result<CommandOutput>> {
    if (options.fresh !== true) return run(this.session, { argv, epoch: this.#epoch }, options);
    const session = new HostSession(this.session.target);
    try {
      return await run(session, { argv, epoch: this.#epoch }, options);
    } finally {
      await session.close();
    }
  }

  runUnit(name: string, argv: Argv, options: RunOptions): Promise<Result<CommandOutput>> {
    return runUnit(this.session, { name, argv, epoch: this.#epoch }, options);
  }

  /** Whoever keeps an inventory notes the place there. */
  async keepAt(
    place: HostPlace,
    argv: Argv,
    options: { timeoutMs: number },
  ): Promise<Result<CommandOutput>> {
    const session = new HostSession({ ...this.session.target, ...place });
    try {
      return await run(session, { argv, epoch: this.#epoch }, options);
    } finally {
      await session.close();
    }
  }

  follow(argv: Argv, onLine: OnLine, signal: AbortSignal): void {
    const lines = new LineReader((line) => onLine("stdout", line));
    const errors = new LineReader((line) => onLine("stderr", line));
    void this.session.execute(
      "follow",
      {
        script: () => `${toShell(argv)} </dev/null`,
        onStdout: (bytes) => lines.push(bytes),
        onStderr: (bytes) => errors.push(bytes),
      },
      { timeoutMs: null, signal },
    );
  }

  writeFile(file: RemoteFile): Promise<Result<void>> {
    return writeFile(this.session, { file, epoch: this.#epoch });
  }

  putArtifact(
    artifact: Artifact,
    target: { readonly path: string; readonly mode: number },
    onProgress: (sentBytes: number) => void,
  ): Promise<Result<void>> {
    const [source, epoch] = [this.#source, this.#epoch];
    return putArtifact(this.session, { artifact, ...target, epoch, source, onProgress });
  }
}
