import { ok, type Result } from "@/lib/core/result";
import { sayRef } from "@/lib/kube-write/manifest";
import { parseDocuments } from "@/lib/kube-write/parse-documents";
import type { ApplyInput, ApplyReport, ApplyResult } from "@/lib/schemas/kube-change";
import type { Container } from "@/server/container";
import { applyDocuments, isClean } from "@/server/kube/write/apply-documents";
import { kubeWriter, type Asking } from "./kube-writer";

type Needs = Pick<Container, "db" | "kube" | "audit">;

/**
 * Makes the cluster's objects say what a text says. Everything is tried first, and when anything is refused
 * nothing is changed. What the API has against single objects is part of the answer, not a failure of it.
 */
export async function applyObjects(
  needs: Needs,
  asking: Asking,
  input: ApplyInput,
): Promise<Result<ApplyReport>> {
  const parsed = parseDocuments(input.text);
  if (!parsed.ok)
    return ok({ dryRun: input.dryRun, clean: false, textProblems: parsed.problems, results: [] });
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const { api, clusterName } = writer.value;
  const tried = await applyDocuments(api, parsed.value, { ...input, dryRun: true });
  if (input.dryRun) return ok(reportOf(true, tried));
  if (!isClean(tried)) return ok(reportOf(false, tried.map(leftAlone)));
  const results = await applyDocuments(api, parsed.value, input);
  await record(needs, asking, { clusterName, results });
  return ok(reportOf(false, results));
}

const reportOf = (dryRun: boolean, results: readonly ApplyResult[]): ApplyReport => ({
  dryRun,
  clean: isClean(results),
  textProblems: [],
  results,
});

const leftAlone = (result: ApplyResult): ApplyResult =>
  result.outcome === "failed" || result.outcome === "conflict"
    ? result
    : { ...result, outcome: "not-tried", before: null, after: null };

/** Names of kept objects; the audit is no place for their values. */
const OBJECTS_KEPT = 50;

async function record(
  { audit }: Needs,
  { clusterId, user, address }: Asking,
  { clusterName, results }: { clusterName: string; results: readonly ApplyResult[] },
): Promise<void> {
  await audit.record({
    actor: { id: user.id, name: user.name },
    address,
    action: "kube.apply",
    object: `cluster:${clusterId}`,
    detail: {
      cluster: clusterName,
      count: results.length,
      objects: results
        .slice(0, OBJECTS_KEPT)
        .map((result) => `${sayRef(result)}: ${result.outcome}`),
    },
  });
}
