import { ok, type Result } from "@/lib/core/result";
import { readContexts } from "@/lib/kubeconfig/read-contexts";
import type { KubeconfigFacts, PastedKubeconfig } from "@/lib/schemas/adopt";
import { certificatesIn } from "./certificates";

/** What is in a pasted kubeconfig, without anything secret. Nothing is stored and nobody is asked. */
export function readPasted(pasted: PastedKubeconfig): Result<KubeconfigFacts> {
  const read = readContexts(pasted);
  if (!read.ok) return read;
  const contexts = read.value.contexts.map(({ facts, caPem }) => ({
    ...facts,
    authorities: certificatesIn(caPem),
  }));
  return ok({ contexts, current: read.value.current });
}
