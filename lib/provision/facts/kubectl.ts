import { type Argv, script, type Token } from "@/lib/shell/argv";

/** Source: k3s documentation, "Cluster Access"; the binary's place is ours. */
export const K3S_BINARY = "/usr/local/bin/k3s";

/** A script with the shell function `k`: kubectl of the server it runs on; exit 44 where there is none. */
export const kubectlScript = (text: string, ...args: Token[]): Argv =>
  script(
    `[ -x ${K3S_BINARY} ] && [ -e /etc/rancher/k3s/k3s.yaml ] || exit 44
k() { ${K3S_BINARY} kubectl --request-timeout=10s "$@"; }
${text}`,
    ...args,
  );
