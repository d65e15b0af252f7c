import type { Problem } from "@/lib/core/problem";
import { done, fail, ok, type Result } from "@/lib/core/result";
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
import type { Argv } from "@/lib/shell/argv";
import type { LockOwner } from "./host-lock";
import type { SshHost } from "./ssh-host";

/** A host that somebody borrowed. */
export interface BorrowedHost {
  readonly host: SshHost;
  release(): void;
}

interface Wiring {
  readonly hostId: HostId;
  readonly borrow: () => Promise<Result<BorrowedHost>>;
  /** The host answers there from now on. */
  readonly moved: (place: HostPlace) => Promise<void>;
  /** null: for reading only. */
  readonly owner: LockOwner | null;
}

/**
 * A job's view of one host: connected when first asked, locked before its first change. A host that is away
 * fails its own steps, and is tried again by those that start later.
 */
export class JobHost implements HostTransport {
  readonly hostId: HostId;
  readonly #wiring: Wiring;
  #borrowed: Promise<Result<BorrowedHost>> | null = null;
  #locked: Promise<Result<SshHost>> | null = null;
  #settled: Promise<Result<void>> | null = null;
  #watch: LeftoverWatch = UNWATCHED;
  #name: string;

  constructor(wiring: Wiring) {
    this.hostId = wiring.hostId;
    this.#name = wiring.hostId;
    this.#wiring = wiring;
  }

  /** The inventory's name, once the host was used. */
  get hostName(): string {
    return this.#name;
  }

  async awaitLeftovers(watch: LeftoverWatch): Promise<Result<void>> {
    if (this.#wiring.owner === null) return done;
    this.#watch = watch;
    this.#settled ??= this.#settle(watch);
    return this.#settled;
  }

  async ask(
    commands: readonly Argv[],
    options: { timeoutMs: number },
  ): Promise<Result<readonly CommandOutput[]>> {
    const host = await this.#reading();
    return host.ok ? host.value.ask(commands, options) : host;
  }

  async run(argv: Argv, options: RunOptions): Promise<Result<CommandOutput>> {
    const host = await this.#changing();
    return host.ok ? host.value.run(argv, options) : host;
  }

  async runUnit(name: string, argv: Argv, options: RunOptions): Promise<Result<CommandOutput>> {
    const host = await this.#changing();
    return host.ok ? host.value.runUnit(name, argv, options) : host;
  }

  async keepAt(
    place: HostPlace,
    argv: Argv,
    options: { timeoutMs: number },
  ): Promise<Result<CommandOutput>> {
    const host = await this.#changing();
    if (!host.ok) return host;
    const kept = await host.value.keepAt(place, argv, options);
    if (!kept.ok || kept.value.exitCode !== 0) return kept;
    await this.#wiring.moved(place);
    await this.#follow(host.value);
    return kept;
  }

  /** From here on over the connection to where the host answers now. */
  async #follow(locked: SshHost): Promise<void> {
    const before = await this.#borrowed;
    this.#borrowed = null;
    if (before?.ok === true) before.value.release();
    const host = await this.#reading();
    if (host.ok) this.#locked = Promise.resolve(ok(locked.over(host.value.session)));
  }

  follow(argv: Argv, onLine: OnLine, signal: AbortSignal): void {
    void this.#reading().then((host) => {
      if (host.ok) host.value.follow(argv, onLine, signal);
    });
  }

  async writeFile(file: RemoteFile): Promise<Result<void>> {
    const host = await this.#changing();
    return host.ok ? host.value.writeFile(file) : host;
  }

  async putArtifact(
    artifact: Artifact,
    target: { readonly path: string; readonly mode: number },
    onProgress: (sentBytes: number) => void,
  ): Promise<Result<void>> {
    const host = await this.#changing();
    return host.ok ? host.value.putArtifact(artifact, target, onProgress) : host;
  }

  /** Gives the lock back and lets the connection go. */
  async close(): Promise<void> {
    const locked = await this.#locked;
    if (locked?.ok === true) await locked.value.unlock();
    const borrowed = await this.#borrowed;
    if (borrowed?.ok === true) borrowed.value.release();
  }

  async #reading(): Promise<Result<SshHost>> {
    this.#borrowed ??= this.#wiring.borrow();
    const borrowed = await this.#borrowed;
    if (!borrowed.ok) {
      this.#borrowed = null;
      return borrowed;
    }
    this.#name = borrowed.value.host.hostName;
    return ok(borrowed.value.host);
  }

  async #settle(watch: LeftoverWatch): Promise<Result<void>> {
    const host = await this.#reading();
    const settled = host.ok ? await host.value.awaitLeftovers(watch) : host;
    const again = () => (this.#settled = null);
    if (!settled.ok && watch.signal.aborted) again();
    else if (!settled.ok) setTimeout(again, AWAY_MS).unref();
    return settled;
  }

  /** Once locked, always that lock: a runner that lost its host must not take it back. */
  async #changing(): Promise<Result<SshHost>> {
    const { owner } = this.#wiring;
    if (owner === null) return fail(readOnlyProblem(this.hostName));
    this.#locked ??= this.#lock(owner);
    const locked = await this.#locked;
    if (!locked.ok) this.#locked = null;
    return locked;
  }

  async #lock(owner: LockOwner): Promise<Result<SshHost>> {
    const host = await this.#reading();
    if (!host.ok) return host;
    const locked = await host.value.lock(owner);
    if (!locked.ok) return locked;
    // Once more: a runner that was paused may have begun something before the lock was taken from it.
    const cleared = await locked.value.clearLeftovers(this.#watch);
    return cleared.ok ? locked : cleared;
  }
}

/**
 * A host that could not be reached is not tried by each of its steps: every try takes 8 s where nobody answers, and a
 * password that is wrong ten times locks an account.
 */
const AWAY_MS = 15_000;

const UNWATCHED: LeftoverWatch = {
  onUnit: () => undefined,
  onLine: () => undefined,
  signal: new AbortController().signal,
};

/** A preview must not change anything; that it tried is a bug of a step, told as one. */
const readOnlyProblem = (hostName: string): Problem => ({
  code: "panel.unexpected",
  detail: `Something tried to change ${hostName} while it was only being read. Nothing was changed.`,
  remedies: ["Report this: it is a mistake in the panel."],
});
