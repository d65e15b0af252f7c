import { describe, expect, it } from "vitest";
import { explainClaim } from "./explain-claim";
import { KINDS } from "./kinds";

const claim = (phase: string) =>
  KINDS.persistentvolumeclaims.project({
    metadata: { name: "data", namespace: "shop", uid: "claim-1" },
    spec: { storageClassName: "local-path" },
    status: { phase },
  });
const event = (reason: string, lastTimestamp: string, uid = "claim-1") =>
  KINDS.events.project({
    metadata: { name: reason, namespace: "shop", uid: reason },
    ...{ reason, message: `${reason} happened`, lastTimestamp },
    ...{ involvedObject: { kind: "PersistentVolumeClaim", name: "data", uid } },
  });

describe("why a claim is not bound", () => {
  it("is what its newest event says, with what to check", () => {
    const status = explainClaim(claim("Pending"), [
      event("WaitForFirstConsumer", "2026-11-23T10:00:00Z"),
      event("ProvisioningFailed", "2026-11-23T10:05:00Z"),
      event("Other", "2026-11-23T10:09:00Z", "claim-2"),
    ]);
    expect(status).toMatchObject({ tone: "warn", why: "ProvisioningFailed happened" });
    expect(status.remedy).toMatch(/provisioner/);
  });

  it("is no trouble while it waits for its first pod", () => {
    const events = [event("WaitForFirstConsumer", "2026-11-23T10:00:00Z")];
    expect(explainClaim(claim("Pending"), events).tone).toBe("unknown");
  });

  it("is left to its own fields when there are no events, or when it is bound", () => {
    const pending = claim("Pending");
    expect(explainClaim(pending, [])).toBe(pending.status);
    const bound = claim("Bound");
    expect(explainClaim(bound, [event("ProvisioningFailed", "2026-11-23T10:05:00Z")])).toBe(
      bound.status,
    );
  });
});
