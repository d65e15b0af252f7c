import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { EventRow } from "./kinds/event";
import type { ClaimRow } from "./kinds/persistent-volume-claim";
import { doubtful, idle } from "./row-status";

/** Source: Kubernetes, persistent volume controller and external-provisioner, event reasons. */
const REMEDIES: Readonly<Record<string, string>> = {
  ProvisioningFailed: "Check that the class exists and that its provisioner runs.",
  FailedBinding: "Create a volume that fits, or name a storage class.",
  ExternalProvisioning: "Check that the provisioner of its class runs.",
};

/** A claim that is not bound says little itself: its newest event says why. */
export function explainClaim(claim: ClaimRow, events: Iterable<EventRow>): RowStatus {
  if (claim.status.word !== "Pending") return claim.status;
  let newest: EventRow | null = null;
  for (const event of events)
    if (event.aboutUid === claim.uid && (newest === null || event.lastAt > newest.lastAt))
      newest = event;
  if (newest === null) return claim.status;
  // Not a fault: k3s' own class makes a volume where the first pod runs.
  if (newest.reason === "WaitForFirstConsumer")
    return idle("Pending", "It is made when the first pod uses it.");
  return doubtful("Pending", newest.message, REMEDIES[newest.reason] ?? "");
}
