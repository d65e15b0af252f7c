import { fail, ok, type Result } from "@/lib/core/result";
import { reveal } from "@/lib/core/secret";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import { readContexts } from "@/lib/kubeconfig/read-contexts";
import type { PastedKubeconfig } from "@/lib/schemas/adopt";
import { certificatesIn, keyFits } from "./certificates";

/** The context that is meant, ready to be used. */
interface Chosen {
  readonly credentials: KubeCredentials;
  readonly context: string;
  readonly cluster: string;
}

const refuse = (detail: string, remedy: string): Result<never> =>
  fail({ code: "input.invalid", detail, remedies: [remedy], fields: { text: detail } });

/** The chosen context's credentials, or the first thing that is in the way. */
export function chosenCredentials(pasted: PastedKubeconfig): Result<Chosen> {
  const read = readContexts(pasted);
  if (!read.ok) return read;
  const { contexts, current } = read.value;
  const found = contexts.find(({ facts }) => facts.name === current);
  if (found === undefined)
    return refuse("This kubeconfig has several contexts.", "Choose the one that is meant.");
  const { credentials, facts } = found;
  const [first] = facts.obstacles;
  if (credentials === null) return refuse(first?.detail ?? "", first?.remedy ?? "");
  const { caPem, identity } = credentials;
  if (caPem !== "" && certificatesIn(caPem).length === 0)
    return refuse(
      "What stands there as certificate-authority-data is no certificate.",
      "Paste what this prints where it works: kubectl config view --raw --flatten --minify",
    );
  if (identity.kind === "certificate" && !keyFits(identity.certificatePem, reveal(identity.keyPem)))
    return refuse(
      "The key of this kubeconfig does not belong to its certificate.",
      "Paste what this prints where it works: kubectl config view --raw --flatten --minify",
    );
  return ok({ credentials, context: facts.name, cluster: facts.cluster });
}
