import { spawn } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { join } from "node:path";
import { k3sArtifacts, mustExec } from "@/lab/lab";

const program = process.env.GANDALF_LAB ?? join(import.meta.dirname, "../../lab/hosts");

/** Puts a file of this machine on a practice host. */
function copy(host: string, from: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fd = openSync(from, "r");
    const args = ["exec", host, "sh", "-c", `cat > ${to}.new && mv ${to}.new ${to}`];
    const child = spawn(program, args, { stdio: [fd, "ignore", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => {
      closeSync(fd);
      if (code === 0) resolve();
      else reject(new Error(`copying ${from} to ${host}: exit code ${code}`));
    });
  });
}

const UNIT = `[Service]
Type=notify
KillMode=process
Delegate=yes
LimitNOFILE=1048576
TasksMax=infinity
TimeoutStartSec=0
ExecStart=/usr/local/bin/k3s server
`;

/** Makes a bare practice host a cluster of one server; answers k3s's own kubeconfig. */
export async function installK3s(host: string, address: string): Promise<string> {
  await mustExec(host, "mkdir -p /var/lib/rancher/k3s/agent/images /etc/rancher/k3s");
  await copy(host, k3sArtifacts.binary, "/usr/local/bin/k3s");
  await copy(host, k3sArtifacts.images, "/var/lib/rancher/k3s/agent/images/airgap.tar");
  await mustExec(
    host,
    `chmod 755 /usr/local/bin/k3s
    printf 'node-ip: ${address}\\ntls-san: [${address}]\\n' > /etc/rancher/k3s/config.yaml
    printf '%s' '${UNIT}' > /etc/systemd/system/k3s.service
    systemctl daemon-reload && systemctl start k3s
    until k3s kubectl get serviceaccount default >/dev/null 2>&1; do sleep 0.2; done`,
  );
  return mustExec(host, "cat /etc/rancher/k3s/k3s.yaml");
}
