/** What the panel keeps on a host. All of it belongs to root. */
export const HOST_PATHS = {
  /** Only ever locked (flock), never read. */
  lock: "/var/lib/gandalf/lock",
  /** The number of the runner that may change this host. Rises with every lock. */
  epoch: "/var/lib/gandalf/epoch",
  /** Who that is, as JSON, for people and for the next runner's message. */
  owner: "/var/lib/gandalf/owner",
  state: "/var/lib/gandalf",
  /** The last version of every file that was replaced, under its own path. */
  previous: "/var/lib/gandalf/previous",
  /** Logs and outcomes of long work. Emptied by a reboot, as the work itself is. */
  units: "/run/gandalf/units",
} as const;
