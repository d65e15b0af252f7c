import type { HostId, HostTransport } from "@/lib/provision/host";

/** Who holds a host, as written on the host itself for other panels and people. */
export interface HostOwner {
  readonly job: string;
  readonly who: string;
  readonly why: string;
}

/**
 * The hosts of one job. Connected when first used, so that one host that is away fails its own
 * steps and nobody else's; locked with a rising epoch before the first change.
 */
export interface JobHosts {
  hostFor(id: HostId): HostTransport;
  /** Gives the locks back and lets the connections go. */
  close(): Promise<void>;
}

/** The door to hosts that jobs and previews use. */
export interface HostDoor {
  /** For a job: mutating calls take the host's lock first. */
  forJob(owner: HostOwner): JobHosts;
  /** For reading only. */
  forReading(): JobHosts;
}
