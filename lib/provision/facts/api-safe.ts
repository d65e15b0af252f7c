import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { WaitState } from "@/lib/provision/step";
import { parseNodes } from "./cluster-nodes";
import { kubectlScript } from "./kubectl";

export interface ApiSafeArgs {
  /** The cluster's one address, behind which all servers are. */
  readonly apiAddress: string;
  /** Nodes of servers of which one must be Ready; none: only the API is asked. */
  readonly others: readonly string[];
}

const NODES = `{range .items[*]}{.metadata.name}{"\\t"}{.status.conditions[?(@.type=="Ready")].status}{"\\t\\t\\t\\t\\n"}{end}`;

const READ = `k --server="https://$1:6443" get --raw=/readyz >/dev/null 2>&1 || { echo away; exit 0; }
k --server="https://$1:6443" get nodes -o "jsonpath=$2"`;

/** Whether the API answers at the cluster's address and one of the other servers is Ready. Asked on a server. */
export const apiSafe: Fact<ApiSafeArgs, WaitState> = {
  id: "api-safe",
  slow: true,
  // The others stand in the command, though it does not use them: questions that differ are not answered as one.
  command: ({ apiAddress, others }) =>
    kubectlScript(
      READ,
      apiAddress.includes(":") ? `[${apiAddress}]` : apiAddress,
      NODES,
      ...others,
    ),
  parse: ({ stdout, exitCode }, { apiAddress, others }) => {
    if (exitCode !== 0 || stdout.startsWith("away"))
      return ok({ state: "waiting", note: `the API does not answer at ${apiAddress}` });
    if (others.length === 0) return ok({ state: "done", note: `the API answers at ${apiAddress}` });
    const ready = parseNodes(stdout).find(
      (node) => others.includes(node.name) && node.ready === "True",
    );
    return ok(
      ready === undefined
        ? {
            state: "waiting",
            note: `${others.join(" and ")} ${others.length === 1 ? "is" : "are"} not Ready`,
          }
        : { state: "done", note: `${ready.name} is Ready, and the API answers at ${apiAddress}` },
    );
  },
};
