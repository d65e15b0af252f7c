import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { kubectlScript } from "./kubectl";

/** What the cluster remembers of a node; a new host of the same name is refused while it does. */
export interface NodeRecords {
  readonly node: boolean;
  readonly password: boolean;
}

const READ = `k get node "$1" --ignore-not-found -o 'jsonpath=node{"\\n"}' || exit 1
k --namespace kube-system get secret "$1.node-password.k3s" --ignore-not-found -o 'jsonpath=password{"\\n"}'`;

/** Asked on a server; null while its API does not answer. */
export const nodeRecords: Fact<{ readonly node: string }, NodeRecords | null> = {
  id: "node-records",
  slow: true,
  command: ({ node }) => kubectlScript(READ, node),
  parse: ({ stdout, exitCode }) =>
    ok(
      exitCode === 0
        ? { node: /^node$/m.test(stdout), password: /^password$/m.test(stdout) }
        : null,
    ),
};
