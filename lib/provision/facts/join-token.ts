import { fail, ok } from "@/lib/core/result";
import { secret, type Secret } from "@/lib/core/secret";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

/** Source: k3s documentation, "Token": the file of the token with which agents join. */
const PATH = "/var/lib/rancher/k3s/server/agent-token";

/** Source: k3s documentation, "Token": K10, SHA-256 of the CA bundle, user, password. */
const FORM = /^K10[0-9a-f]{64}::[^:\s]+:\S+$/;

/** The agents' join token in the form that pins the cluster's CA; null while the server has none. */
export const joinToken: Fact<Record<string, never>, Secret | null> = {
  id: "join-token",
  command: () => script(`[ -e "$1" ] || exit 44; cat -- "$1"`, PATH),
  parse: (output) => {
    if (output.exitCode === 44) return ok(null);
    const token = output.stdout.trim();
    if (output.exitCode === 0 && FORM.test(token)) return ok(secret(token));
    return fail({
      code: "fact.unreadable",
      detail: `${PATH} does not hold a join token in its K10 form.`,
      remedies: ["Restart k3s on the first server: it writes this file anew when it starts."],
      // Its own evidence, because the output may be a token.
      evidence: { command: `cat ${PATH}`, exitCode: output.exitCode, tail: [] },
    });
  },
};
