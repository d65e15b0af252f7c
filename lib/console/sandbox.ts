import { script, type Argv } from "@/lib/shell/argv";

/** Where consoles lie on a host while they run: in memory, one folder each, gone when it ends. */
const BASE = "/run/gandalf-consoles";

/** Everything the sandbox sees of its own under these names. */
export const SANDBOX = {
  /** All it can write to: in memory, bounded, part of its own mount namespace and gone with that. */
  home: "/console",
  kubectl: "/opt/bin/kubectl",
  /** Leads over SSH to the panel, and nowhere else. */
  socket: "/opt/api",
  /** On the loopback of its own network namespace. */
  port: 6443,
} as const;

/** Source: systemd NEWS: ProtectProc= and ProcSubset= came with 247 (Debian 11, Ubuntu 22.04, RHEL 9). */
export const OLDEST_SYSTEMD = 247;

/** The longest a console may last, should neither person nor panel end it. */
const MAX_LIFE_S = 12 * 3600;

const unitOf = (id: string): string => `gandalf-console-${id}`;

/** Where sshd listens for it. */
export const socketPath = (id: string): string => `${BASE}/${id}/api`;

/**
 * Programs of the host to read, and nothing else of it: what is not listed is not there. Missing ones ("-") are left
 * out. Source: systemd.exec(5), BindReadOnlyPaths=.
 */
const PROGRAMS =
  "/usr /bin /sbin /lib -/lib32 -/lib64 -/libx32 -/etc/alternatives -/etc/terminfo -/etc/ld.so.cache";

/** Source: systemd.exec(5), systemd.resource-control(5), systemd.kill(5). Paths with "+" are those of the sandbox itself. */
const PROPERTIES: readonly string[] = [
  // Nobody: a user of its own that no other process has, without any privilege or a way to get one.
  "DynamicUser=yes",
  "NoNewPrivileges=yes",
  "CapabilityBoundingSet=",
  "RestrictSUIDSGID=yes",
  "RestrictNamespaces=yes",
  "SystemCallFilter=@system-service",
  "SystemCallFilter=~@keyring io_uring_setup",
  "SystemCallErrorNumber=EPERM",
  "SystemCallArchitectures=native",
  "LockPersonality=yes",
  "RestrictRealtime=yes",
  // Nowhere: no network but an empty loopback of its own. Holds with cgroup v1 too, where address filters do not.
  "PrivateNetwork=yes",
  "RestrictAddressFamilies=AF_UNIX AF_INET",
  // Nothing: programs to read, and a little memory to write to.
  "MountAPIVFS=yes",
  `BindReadOnlyPaths=${PROGRAMS}`,
  `TemporaryFileSystem=${SANDBOX.home}:size=32M,nr_inodes=4k,mode=1777`,
  "TemporaryFileSystem=/dev/shm:size=1M,nr_inodes=64,mode=1777",
  "TemporaryFileSystem=/run:ro,mode=755",
  "InaccessiblePaths=+/sys +/tmp +/var/tmp -+/dev/mqueue -+/dev/hugepages",
  "PrivateDevices=yes",
  "ProtectProc=invisible",
  "ProcSubset=pid",
  "ProtectKernelTunables=yes",
  "ProtectKernelModules=yes",
  "ProtectKernelLogs=yes",
  "ProtectControlGroups=yes",
  "ProtectClock=yes",
  "ProtectHostname=yes",
  "UMask=0077",
  // Little: and whatever is short, the cluster comes first.
  "MemoryMax=320M",
  "MemorySwapMax=0",
  "TasksMax=96",
  "CPUQuota=100%",
  "CPUWeight=20",
  "OOMScoreAdjust=900",
  "OOMPolicy=continue",
  "LimitCORE=0",
  // Not for ever: and nothing outlives it, whatever it left the terminal for.
  `RuntimeMaxSec=${MAX_LIFE_S}`,
  "KillMode=control-group",
  "SendSIGHUP=yes",
  "TimeoutStopSec=2",
  `WorkingDirectory=${SANDBOX.home}`,
];

const ENVIRONMENT: readonly string[] = [
  `HOME=${SANDBOX.home}`,
  `TMPDIR=${SANDBOX.home}`,
  "PATH=/opt/bin:/usr/local/bin:/usr/bin:/bin",
  "TERM=xterm-256color",
  "LANG=C.UTF-8",
  // Go collects its garbage before the limit is reached.
  "GOMEMLIMIT=200MiB",
];

/**
 * Makes the folder; only the login (in which sshd listens for it) can enter. Prints systemd's version and where kubectl is,
 * each on a line. k3s's own program is called as kubectl: its wrapper would unpack 200 MB into everybody's home.
 * Source: k3s, cmd/k3s/main.go, "findDataDir".
 */
export const prepareConsole = (id: string, login: string): Argv =>
  script(
    `set -e; umask 022
systemctl --version | sed -n 's/^systemd \\([0-9]*\\).*/\\1/p'
k=$(readlink -f /var/lib/rancher/k3s/data/current/bin/kubectl) && [ -x "$k" ] || k=$(readlink -f "$(command -v kubectl)") || :
[ -x "$k" ] && echo "$k" || echo none
b=${BASE}; d=$b/$1; mkdir -p "$b"; chmod 711 "$b"; mkdir -m 700 "$d"
for each in console dev opt proc root run sys tmp var/tmp; do mkdir -p "$d/root/$each"; done
chown "$2" "$d"`,
    id,
    login,
  );

/** Takes its first words from the terminal, unseen: neither the host's disk nor a list of processes ever has them. */
const ENTER =
  'm=$(stty -g); stty raw -echo; printf %s "$1"; head -c "$2" >.start; stty "$m"; exec bash --noprofile --rcfile .start -i';

interface Program {
  readonly id: string;
  readonly kubectlPath: string;
  /** Printed when it is ready to take its start file. */
  readonly mark: string;
  readonly startBytes: number;
}

/**
 * Runs it in the terminal at hand, as root, and takes everything away at the end: also when the panel was killed and sshd
 * hangs the line up.
 */
export function runConsole({ id, kubectlPath, mark, startBytes }: Program): Argv {
  const place = `${BASE}/${id}`;
  const own = [
    `RootDirectory=${place}/root`,
    `BindReadOnlyPaths=${kubectlPath}:${SANDBOX.kubectl}`,
    `BindPaths=${socketPath(id)}:${SANDBOX.socket}`,
  ];
  const options = [
    ...[...PROPERTIES, ...own].map((property) => `--property=${property}`),
    ...ENVIRONMENT.map((variable) => `--setenv=${variable}`),
  ];
  return script(
    `u=$1 d=$2; shift 2
over() { trap '' HUP INT TERM; systemctl stop "$u.service" 2>/dev/null; rm -rf "$d"; rmdir ${BASE} 2>/dev/null; }
trap 'over; exit 129' HUP INT TERM
chmod 666 "$d/api" || exit 125
systemd-run --pty --wait --collect --quiet --unit="$u" --description="Gandalf: kubectl console" "$@" </dev/tty &
wait $!; c=$?; over; exit $c`,
    unitOf(id),
    place,
    ...options,
    "--",
    "/usr/bin/bash",
    "--noprofile",
    "--norc",
    "-c",
    ENTER,
    "bash",
    mark,
    startBytes,
  );
}

/** Ends it with everything it started and takes its folder away, from outside. Says no if something stays. */
export const endConsole = (id: string): Argv =>
  script(
    `systemctl stop "$1.service" 2>/dev/null; rm -rf "$2"; rmdir ${BASE} 2>/dev/null
case $(systemctl show -p ActiveState --value "$1.service") in active|deactivating) exit 1;; esac; [ ! -e "$2" ]`,
    unitOf(id),
    `${BASE}/${id}`,
  );
