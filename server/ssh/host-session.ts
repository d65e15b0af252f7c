import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import { connect, type SshLink } from "./connect";
import { linkLostProblem } from "./connect-problem";
import { openShell } from "./open-shell";
import type { RootAccess } from "./root-access";
import type { RootShell, ShellJob } from "./root-shell";
import { ShellLane } from "./shell-lane";
import type { SshTarget } from "./target";

/**
 * Channels by kind of work, so that a question is answered while apt installs and an image is pushed.
 * Together 10. Source: sshd_config(5), MaxSessions defaults to 10.
 */
const LANES = { ask: 1, run: 3, transfer: 2, follow: 3, control: 1 } as const;
export type LaneName = keyof typeof LANES;

/** How long a killed script may take to report its end before its shell is given up. */
const KILL_GRACE_MS = 5_000;

/** How a script ended, seen from here. "lost": nobody knows how far it got. */
export type Execution =
  | { readonly state: "exited"; readonly exitCode: number }
  | { readonly state: "timeout" | "aborted" | "lost" };

export interface ExecuteOptions {
  readonly timeoutMs: number | null;
  readonly signal?: AbortSignal;
  /** Called with the shell once its script runs: to send input to it. */
  readonly onShell?: (shell: RootShell) => void;
}

interface Open {
  readonly link: SshLink;
  readonly access: RootAccess;
  readonly lanes: Readonly<Record<LaneName, ShellLane>>;
}

/** One connection to one host, its shells, and a new connection when the old one was lost. */
export class HostSession {
  readonly target: SshTarget;
  #open: Promise<Result<Open>> | null = null;
  #closed = false;

  constructor(target: SshTarget) {
    this.target = target;
  }

  /** Connects and becomes root if that has not happened yet. */
  async ready(): Promise<Result<{ readonly sudo: RootAccess["kind"]; readonly banner: string }>> {
    const open = await this.#connected();
    if (!open.ok) return open;
    return ok({ sudo: open.value.access.kind, banner: open.value.link.banner });
  }

  /** Runs a script as root in a shell of that lane. Never repeats it. */
  async execute(
    lane: LaneName,
    job: ShellJob,
    options: ExecuteOptions,
  ): Promise<Result<Execution>> {
    const open = await this.#connected();
    if (!open.ok) return open;
    return open.value.lanes[lane].use((shell) => this.#supervise(shell, job, options));
  }

  /** Whether `close` was called: nothing will be connected again. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /** A `ssh.link-lost` about this host. */
  lost(during: string): Problem {
    return linkLostProblem(this.target, during);
  }

  /** Ends the connection for good. */
  async close(): Promise<void> {
    this.#closed = true;
    const open = await this.#open;
    if (open?.ok === true) open.value.link.close();
  }

  #connected(): Promise<Result<Open>> {
    if (this.#closed) return Promise.resolve(fail(this.lost("a call on a closed session")));
    this.#open ??= this.#connect();
    return this.#open;
  }

  async #connect(): Promise<Result<Open>> {
    const link = await connect(this.target);
    if (!link.ok) return this.#forget(link.problem);
    link.value.onClose(() => (this.#open = null));
    const root = await becomeRoot(link.value, this.target);
    if (!root.ok) {
      link.value.close();
      return this.#forget(root.problem);
    }
    const { access, shell } = root.value;
    const lane = (name: LaneName) =>
      new ShellLane(LANES[name], () => openShell(link.value.client, this.target, access));
    const lanes = {
      ask: lane("ask"),
      run: lane("run"),
      transfer: lane("transfer"),
      follow: lane("follow"),
      control: lane("control"),
    };
    lanes.ask.adopt(shell);
    return ok({ link: link.value, access, lanes });
  }

  /** A failed attempt is not remembered: the next call tries again. */
  #forget(problem: Problem): Result<never> {
    this.#open = null;
    return fail(problem);
  }

  async #supervise(
    shell: RootShell,
    job: ShellJob,
    { timeoutMs, signal, onShell }: ExecuteOptions,
  ): Promise<Execution> {
    if (signal?.aborted === true) return { state: "aborted" };
    let group = 0;
    let stopped: "timeout" | "aborted" | null = null;
    let grace: NodeJS.Timeout | undefined;
    let killing: Promise<void> | undefined;
    const stop = (why: "timeout" | "aborted") => {
      if (stopped !== null) return;
      stopped = why;
      grace = setTimeout(() => shell.close(), KILL_GRACE_MS);
      killing = this.#kill(shell, group);
    };
    const abort = () => stop("aborted");
    const timer = timeoutMs === null ? undefined : setTimeout(() => stop("timeout"), timeoutMs);
    signal?.addEventListener("abort", abort, { once: true });
    const running = shell.execute({ ...job, onGroup: (id) => (group = id) });
    onShell?.(shell);
    const end = await running;
    await killing; // a child that ignores SIGTERM outlives the shell that reported
    clearTimeout(timer);
    clearTimeout(grace);
    signal?.removeEventListener("abort", abort);
    return stopped === null ? end : { state: stopped };
  }

  /** Kills a script's whole process group. Before it has one there is only its shell. */
  async #kill(shell: RootShell, group: number): Promise<void> {
    if (group <= 1) return shell.close();
    const script = () =>
      `kill -s TERM -- -${group}; for i in 1 2 3 4 5 6 7 8 9 10; do ` +
      `kill -s 0 -- -${group} 2>/dev/null || exit 0; sleep 0.2; done; kill -s KILL -- -${group}`;
    await this.execute("control", { script }, { timeoutMs: KILL_GRACE_MS });
  }
}

interface Root {
  readonly access: RootAccess;
  readonly shell: RootShell;
}

/** root itself, sudo without a password, sudo with one: in this order, the first that works. */
async function becomeRoot(link: SshLink, target: SshTarget): Promise<Result<Root>> {
  const attempt = async (access: RootAccess): Promise<Result<Root>> => {
    const shell = await openShell(link.client, target, access);
    return shell.ok ? ok({ access, shell: shell.value }) : shell;
  };
  if (target.user === "root") return attempt({ kind: "root" });
  const free = await attempt({ kind: "sudo" });
  if (free.ok || free.problem.code !== "sudo.password-wrong") return free;
  const password = target.sudoPassword;
  if (password === null || reveal(password) === "") return free;
  return attempt({ kind: "sudo-password", password });
}
