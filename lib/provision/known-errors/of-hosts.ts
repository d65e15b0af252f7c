import type { KnownError } from "./known-error";

/**
 * Messages of apt, HAProxy, MariaDB, systemd and the kernel.
 * Source of each: the program's own text, as seen in its public issues or in the practice hosts' logs.
 * More telling ones come first.
 */
export const HOST_ERRORS: readonly KnownError[] = [
  {
    id: "port.in-use",
    match:
      /(?:listen tcp|bind).*?:(?<port>\d+)\S*:? .*address already in use|cannot bind socket \(Address already in use\) (?:for )?\[\S*?:(?<other>\d+)\]/,
    cause: "Another program has port {port}{other}.",
    remedies: [
      "See which one it is: ss -ltnp 'sport = :{port}{other}'. Stop it, or move it to another port.",
      "If it is an older installation of the same program, stop and disable that service.",
    ],
  },
  {
    id: "port.not-permitted",
    match:
      /cannot bind socket \(Cannot assign requested address\)|Can't start server: Bind on TCP\/IP port.*Cannot assign requested address/,
    cause: "The program shall listen on an address that this host does not have.",
    remedies: [
      "Check that the host still has the address the panel knows it by.",
      "Start the service again once the network is up.",
    ],
  },
  {
    id: "disk.full",
    match:
      /No space left on device|ENOSPC|not enough free space in \S+|You don't have enough free space/i,
    cause: "A disk of the host is full.",
    remedies: [
      "Find what fills it: df -h; du -xh --max-depth=2 /var | sort -h | tail.",
      "Old images go with: k3s crictl rmi --prune. Old packages go with: apt-get clean.",
    ],
  },
  {
    id: "disk.read-only",
    match: /Read-only file system/,
    cause:
      "A file system of the host is read-only: an SD card that is worn out, or one that had an error.",
    remedies: [
      "Look at dmesg for errors of the card or disk, and replace it if there are any.",
      "Restart the host: it checks its file systems.",
    ],
  },
  {
    id: "memory.out",
    match:
      /Out of memory: Killed process|oom-kill:|signal: killed.*memory|fatal error: runtime: out of memory/,
    cause: "The host ran out of memory, and the kernel ended a program.",
    remedies: [
      "A server needs 2 GB at the least, 4 GB to be stable: use a larger host for it.",
      "Move other programs off the host.",
    ],
  },
  {
    id: "apt.locked",
    match:
      /apt is (?:still )?in use by process (?<holder>\d+ \([^)]*\)) after|Could not get lock \S+ It is held by process (?<other>\d+ \([^)]*\))/,
    cause: "Another process has held apt for too long: {holder}{other}.",
    remedies: [
      "Wait for it to end, then Resume.",
      "If it hangs, end it on the host; dpkg is set right by the next run.",
    ],
  },
  {
    id: "apt.interrupted",
    match: /dpkg was interrupted, you must manually run/,
    cause: "An earlier installation was interrupted, perhaps by a power cut.",
    remedies: ["Resume: the next run finishes it first.", "By hand: dpkg --configure -a."],
  },
  {
    id: "apt.no-package",
    match:
      /E: Unable to locate package (?<package>\S+)|E: Package '(?<other>[^']+)' has no installation candidate/,
    cause: "None of the host's package sources has {package}{other}.",
    remedies: [
      "Check the host's package sources (/etc/apt/sources.list) and its way to them.",
      "Use Debian, Ubuntu or Raspberry Pi OS.",
    ],
  },
  {
    id: "apt.unreachable",
    match:
      /(?:Temporary failure resolving|Could not resolve|Could not connect to) '?(?<mirror>[\w.-]+)/,
    cause: "The host does not reach its package mirror {mirror}.",
    remedies: [
      "Check the host's gateway and name server.",
      "If hosts have no internet, name a local mirror or proxy in their apt settings.",
    ],
  },
  {
    id: "apt.signature",
    match: /NO_PUBKEY|is not signed|Release file .* is not valid yet|EXPKEYSIG/,
    cause:
      "apt does not trust a package source: its key is missing or old, or the host's clock is wrong.",
    remedies: ["Check the host's clock.", "Renew the key of that source, or take the source out."],
  },
  {
    id: "haproxy.config",
    match: /\[ALERT\].*(?:parsing \[|Error\(s\) found in configuration file)/,
    cause: "HAProxy refused its configuration.",
    remedies: [
      "Look at the line it names. The old configuration stays in force until this is solved.",
    ],
  },
  {
    id: "haproxy.no-server",
    match: /(?:backend|proxy) '?(?<backend>[\w-]+)'? has no server available!/,
    cause: "No server behind {backend} answers the load balancer.",
    remedies: [
      "For kubernetes: check that k3s.service is active on the servers.",
      "For http and https: check that Traefik runs on a node.",
    ],
  },
  {
    id: "mariadb.corrupt",
    match:
      /InnoDB: (?:Database page corruption|Corruption|Plugin initialization aborted)|Plugin 'InnoDB' registration as a STORAGE ENGINE failed/,
    cause: "MariaDB cannot read its own data.",
    remedies: [
      "Check the disk, then restore the last backup of the database.",
      "Do not start the servers against an empty database: they would make a new cluster.",
    ],
  },
  {
    id: "clean.mounted",
    match: /still mounted, so nothing below it is deleted: (?<mounts>.+)/,
    cause: "Something is still mounted on the host: {mounts}",
    remedies: ["Unmount it on the host (a program may be using it: fuser -vm), then Resume."],
  },
];
