import { isWorthRecording } from "@/lib/kube-proxy/request-info";
import type { Audit } from "@/server/audit/audit";
import type { AdmittedRequest } from "./admit-request";

/** Writes down what changes something, opens a way into a container or reads secrets. Never a body. */
export async function recordRequest(
  audit: Audit,
  { pass, info, query, address }: AdmittedRequest,
  httpStatus: number | null,
): Promise<void> {
  if (!isWorthRecording(info)) return;
  const { verb, subresource, ...object } = info;
  const dryRun = new URLSearchParams(query).has("dryRun");
  await audit.record({
    actor: { id: pass.user.id, name: pass.user.name },
    address,
    action: `kubectl.${subresource || verb}`,
    object: `cluster:${pass.clusterId}`,
    detail: { verb, ...object, token: pass.name, httpStatus, ...(dryRun ? { dryRun } : {}) },
  });
}
