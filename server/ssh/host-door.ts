import { ok, type Result } from "@/lib/core/result";
import type { HostId, HostPlace } from "@/lib/provision/host";
import type { Database } from "@/server/db/client";
import type { HostDoor, JobHosts } from "@/server/jobs/job-hosts";
import type { Vault } from "@/server/secrets/vault";
import type { LockOwner } from "./host-lock";
import { JobHost, type BorrowedHost } from "./job-host";
import {
  type HostTerminal,
  openTerminal,
  type TerminalChoice,
  type TerminalEvents,
} from "./open-terminal";
import { openTunnel, type TunnelChoice } from "./open-tunnel";
import { loadPanelKey, type PanelKey } from "./panel-key";
import type { ArtifactSource } from "./put-artifact";
import { SessionPool } from "./session-pool";
import { SshHost } from "./ssh-host";
import { storedTarget } from "./stored-target";

/** Everything that reaches hosts. */
export interface SshDoor extends HostDoor {
  /** A host of the inventory, for reading. Connects when it is first used; give it back. */
  borrow(hostId: string): Promise<Result<BorrowedHost>>;
  /** A login shell with a terminal, on a connection of its own. */
  terminal(
    hostId: string,
    choice: TerminalChoice,
    events: TerminalEvents,
  ): Promise<Result<HostTerminal>>;
  /** A program in a terminal, as root, with a socket that leads here: on a connection of their own. */
  tunnel(
    hostId: string,
    choice: TunnelChoice,
    events: TerminalEvents,
  ): Promise<Result<HostTerminal>>;
  /** The panel's own key: its public line is installed on hosts. */
  panelKey(): Promise<PanelKey>;
  /** Notes where a host answers from now on, and drops the connection to where it was. */
  moved(hostId: string, place: HostPlace): Promise<void>;
  /** Drops the connection of a host whose address or key changed, or that was removed. */
  forget(hostId: string): Promise<void>;
  close(): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly vault: Vault;
  /** Where `putArtifact` reads from. */
  readonly source: ArtifactSource;
  /** This machine's name, for the comment of the key on hosts. */
  readonly panelName: string;
}

/** The door over the inventory and the vault; one connection per host, shared. */
export function createHostDoor(parts: Parts): SshDoor {
  const pool = new SessionPool();
  let key: Promise<PanelKey> | null = null;
  const panelKey = () =>
    (key ??= loadPanelKey(parts.vault, parts.panelName).catch((error: unknown) => {
      key = null; // a database that was busy once must not lock every host out for good
      throw error;
    }));
  const borrow = async (hostId: string): Promise<Result<BorrowedHost>> => {
    const target = await storedTarget({ ...parts, panelKey }, hostId);
    if (!target.ok) return target;
    const lease = pool.lease(target.value);
    return ok({ host: new SshHost(lease.session, parts.source), release: lease.release });
  };
  const moved: SshDoor["moved"] = async (hostId, place) => {
    await parts.db.host.update({ where: { id: hostId }, data: place });
    await pool.forget(hostId);
  };
  return {
    borrow,
    moved,
    terminal: async (hostId, choice, events) => {
      const target = await storedTarget({ ...parts, panelKey }, hostId);
      return target.ok ? openTerminal(target.value, choice, events) : target;
    },
    tunnel: async (hostId, choice, events) => {
      const target = await storedTarget({ ...parts, panelKey }, hostId);
      if (!target.ok) return target;
      const lease = pool.lease(target.value);
      const ready = await lease.session.ready();
      lease.release();
      if (!ready.ok) return ready;
      return openTunnel({ target: target.value, sudo: ready.value.sudo }, choice, events);
    },
    panelKey,
    forget: (hostId) => pool.forget(hostId),
    close: () => pool.close(),
    forJob: (owner) => jobHosts({ borrow, moved }, owner),
    forReading: () => jobHosts({ borrow, moved }, null),
  };
}

function jobHosts(door: Pick<SshDoor, "borrow" | "moved">, owner: LockOwner | null): JobHosts {
  const hosts = new Map<HostId, JobHost>();
  return {
    hostFor: (hostId) => {
      const found = hosts.get(hostId);
      if (found !== undefined) return found;
      const made = new JobHost({
        hostId,
        owner,
        borrow: () => door.borrow(hostId),
        moved: (place) => door.moved(hostId, place),
      });
      hosts.set(hostId, made);
      return made;
    },
    close: async () => {
      await Promise.all([...hosts.values()].map((host) => host.close()));
    },
  };
}
