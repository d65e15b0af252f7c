import { ok, type Result } from "@/lib/core/result";
import { unreadable } from "@/lib/kubeconfig/obstacle";
import { readContexts } from "@/lib/kubeconfig/read-contexts";
import type { KubeconfigFacts, PastedKubeconfig } from "@/lib/schemas/adopt";
import { certificatesIn } from "@/server/adopt/certificates";

/** What is in a pasted kubeconfig, without anything secret. Nothing is stored and nobody is asked. */
export function readPasted(pasted: PastedKubeconfig): Result<KubeconfigFacts> {
  const read = readContexts(pasted);
  if (!read.ok) return read;
  const contexts = read.value.contexts.map(({ facts, caPem }) => {
    const authorities = certificatesIn(caPem);
    // Certificates in form only would silently mean: trust whom everybody trusts.
    const isBroken = caPem !== "" && authorities.length === 0;
    const broken = isBroken ? [unreadable(facts.name, "certificate-authority")] : [];
    return { ...facts, authorities, obstacles: [...facts.obstacles, ...broken] };
  });
  return ok({ contexts, current: read.value.current });
}
