/** What a run that changes nothing must leave alone, read from the hosts themselves. */
import { mustExec } from "./lab";

/** Everything the panel manages on a host; its own lock and notes of runs are not among it. */
const FOLDERS = [
  "/etc",
  "/usr/local/bin",
  "/var/lib/rancher/k3s/agent/images",
  "/var/lib/gandalf/artifacts",
];
/** Written by the system on its own. */
const NOISE = ["/etc/.pwd.lock", "/etc/machine-id"];
const UNITS = ["haproxy", "mariadb", "k3s", "k3s-agent", "systemd-timesyncd"];

/** Path, inode, mtime and size of every file, and the start time of every unit. One string to compare. */
export async function hostSnapshot(host: string): Promise<string> {
  const files = `find ${FOLDERS.join(" ")} -xdev -type f -printf '%p %i %T@ %s\\n' 2>/dev/null | grep -vE '^(${NOISE.join("|")}) ' | sort`;
  const units = `systemctl show --property=Id,ExecMainStartTimestampMonotonic,NRestarts,StateChangeTimestampMonotonic ${UNITS.join(" ")}`;
  return mustExec(host, `${files}; ${units}`);
}

/** Holds the join token, which begins with a digest of the cluster's certificates: that part is left out. */
const SECRETS = "/etc/rancher/k3s/config.yaml.d/10-gandalf-secrets.yaml";
const SECRETS_CONTENT = `if [ -e ${SECRETS} ]; then stat -c '%a %U:%G %n' ${SECRETS}; sed -E 's/K10[0-9a-f]{64}::/::/' ${SECRETS} | sha256sum; fi`;

/** Made anew by k3s for each cluster, and the backups that adding a system account leaves. */
const NEVER_EQUAL = [
  SECRETS,
  "/etc/rancher/k3s/k3s.yaml",
  "/etc/rancher/node/password",
  ...["passwd", "group", "shadow", "gshadow"].map((name) => `/etc/${name}-`),
];

/** The panel's notes on what it pushed tell of inodes and times. */
const CONTENT_FOLDERS = FOLDERS.filter((folder) => !folder.startsWith("/var/lib/gandalf"));

/** What a cluster's removal must leave as it was; packages that others depend on stay, as apt does it. */
export const CLUSTER_FOLDERS = [
  "/etc/rancher",
  "/etc/haproxy",
  "/etc/mysql",
  "/etc/systemd/system",
  "/etc/sysctl.d",
  "/usr/local/bin",
  "/var/lib/rancher",
  "/var/lib/gandalf/artifacts",
  "/var/lib/gandalf/previous",
];

/** Mode, owner and checksum of every file and the target of every link, a line each: equal after any crash and Resume. */
export async function hostContent(
  host: string,
  folders: readonly string[] = CONTENT_FOLDERS,
): Promise<readonly string[]> {
  const skip = [...NOISE, ...NEVER_EQUAL].map((path) => `! -path ${path}`).join(" ");
  const files = `-type f -printf '%m %u:%g ' -exec sha256sum {} \\;`;
  const find = `find ${folders.join(" ")} -xdev ${skip} \\( ${files} -o -type l -printf '%p -> %l\\n' \\)`;
  const text = await mustExec(
    host,
    `${find} 2>/dev/null | sort; ${SECRETS_CONTENT}; cat /etc/hosts`,
  );
  return text.split("\n").map((line) => `${host}: ${line}`);
}
