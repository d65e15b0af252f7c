import { reveal } from "@/lib/core/secret";
import { HostSession } from "./host-session";
import type { SshTarget } from "./target";

/** A connection nobody used for this long is closed. */
const IDLE_CLOSE_MS = 60_000;

/** A session as long as somebody needs it. */
export interface SessionLease {
  readonly session: HostSession;
  /** Call it exactly once; the connection stays open for a while, for the next. */
  release(): void;
}

interface Entry {
  readonly session: HostSession;
  readonly identity: string;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

/** One session per host, shared by everybody who works with it at the moment. */
export class SessionPool {
  readonly #entries = new Map<string, Entry>();

  lease(target: SshTarget): SessionLease {
    const entry = this.#entry(target);
    entry.users++;
    clearTimeout(entry.idle);
    return {
      session: entry.session,
      release: () => {
        entry.users--;
        if (entry.users === 0) this.#closeLater(target.hostId, entry);
      },
    };
  }

  /** Closes a host's connection: it was removed, or its key or address changed. */
  async forget(hostId: string): Promise<void> {
    const entry = this.#entries.get(hostId);
    this.#entries.delete(hostId);
    clearTimeout(entry?.idle);
    await entry?.session.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((hostId) => this.forget(hostId)));
  }

  /** A session to an older address or key is not reused; whoever still holds it keeps it to the end. */
  #entry(target: SshTarget): Entry {
    const identity = identityOf(target);
    const found = this.#entries.get(target.hostId);
    if (found?.identity === identity) return found;
    const made = { session: new HostSession(target), identity, users: 0, idle: undefined };
    this.#entries.set(target.hostId, made);
    return made;
  }

  #closeLater(hostId: string, entry: Entry): void {
    const close = () => {
      if (this.#entries.get(hostId) === entry) this.#entries.delete(hostId);
      void entry.session.close();
    };
    if (this.#entries.get(hostId) !== entry) close();
    else entry.idle = setTimeout(close, IDLE_CLOSE_MS).unref();
  }
}

const identityOf = ({ hostName, address, port, user, hostKey, sudoPassword }: SshTarget): string =>
  JSON.stringify([
    hostName,
    address,
    port,
    user,
    hostKey?.fingerprint,
    sudoPassword === null ? null : reveal(sudoPassword),
  ]);
