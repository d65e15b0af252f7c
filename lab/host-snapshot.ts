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

/** Path, mode and checksum of every managed file: what must be equal after any crash and Resume. */
export async function hostContent(host: string): Promise<string> {
  const folders = "/etc/rancher /etc/haproxy /etc/mysql /etc/systemd/system /etc/sysctl.d /usr/local/bin";
  return mustExec(
    host,
    `find ${folders} -xdev -type f -printf '%p %m %s ' -exec sha256sum {} \\; 2>/dev/null | sort; cat /etc/hosts /etc/hostname`,
  );
}
