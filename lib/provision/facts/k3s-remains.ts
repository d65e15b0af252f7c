import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

/** Files of k3s, ours or its installer's. Source: k3s documentation, "Uninstalling"; its install script. */
const FILES = [
  "/usr/local/bin/k3s",
  "/usr/local/bin/k3s-killall.sh",
  "/usr/local/bin/k3s-uninstall.sh",
  "/usr/local/bin/k3s-agent-uninstall.sh",
  "/etc/systemd/system/k3s.service",
  "/etc/systemd/system/k3s.service.env",
  "/etc/systemd/system/k3s-agent.service",
  "/etc/systemd/system/k3s-agent.service.env",
] as const;

/** Folders that count only when there is something in them: they may be mount points of the host's own. */
const FOLDERS = [
  "/etc/rancher",
  "/var/lib/rancher",
  "/var/lib/kubelet",
  "/var/lib/cni",
  "/run/k3s",
  "/run/flannel",
] as const;

const INTERFACES = ["cni0", "flannel.1", "flannel-v6.1", "flannel-wg", "flannel-wg-v6"] as const;

const READ = `for p; do case $p in
  */) if [ -n "$(ls -A -- "$p" 2>/dev/null)" ]; then printf '%s\\n' "$p"; fi ;;
  *) if [ -e "$p" ] || [ -L "$p" ]; then printf '%s\\n' "$p"; fi ;;
esac; done
for l in kubectl crictl ctr; do
  if [ "$(readlink "/usr/local/bin/$l")" = /usr/local/bin/k3s ]; then printf '%s\\n' "/usr/local/bin/$l"; fi
done`;

/** What is still there of k3s on a host; empty when it is clean. */
export const k3sRemains: Fact<Record<string, never>, readonly string[]> = {
  id: "k3s-remains",
  command: () =>
    script(
      READ,
      ...FILES,
      ...FOLDERS.map((path) => `${path}/`),
      ...INTERFACES.map((name) => `/sys/class/net/${name}`),
    ),
  parse: ({ stdout }) => ok(stdout.split("\n").filter(Boolean)),
};
