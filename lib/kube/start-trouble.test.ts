import { describe, expect, it } from "vitest";
import type { ObjectEvent } from "@/lib/schemas/kube-object";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { RawPod } from "./pod-phrase";
import { explainStart, startTrouble } from "./start-trouble";

const NO_NETWORK = 'plugin type="flannel" failed (add): open /run/flannel/subnet.env: no such file';
const creating: RowStatus = { word: "ContainerCreating", tone: "warn", why: "", remedy: "" };
const pod = (status: object, nodeName = "worker1"): RawPod => ({
  metadata: {},
  spec: { nodeName },
  status: { phase: "Pending", ...status },
});
const waiting = pod({
  containerStatuses: [{ name: "c", state: { waiting: { reason: "ContainerCreating" } } }],
});
const told = (reason: string, message: string): ObjectEvent => ({
  ...{ type: "Warning", reason, message, count: 7, about: "Pod/a", source: "kubelet" },
  ...{ firstAt: "2026-11-23T10:00:00Z", lastAt: "2026-11-23T10:05:00Z" },
});

describe("a pod that does not begin on its node", () => {
  it("says why its sandbox cannot be made, and what to do", () => {
    const events = [told("FailedCreatePodSandBox", NO_NETWORK), told("Scheduled", "ok")];
    const said = explainStart(waiting, creating, events);
    expect(said?.word).toBe("ContainerCreating");
    expect(said?.why).toBe(`Its node cannot make the pod's sandbox: ${NO_NETWORK}`);
    expect(said?.remedy).toContain("network plugin");
  });

  it("names the volume that it waits for", () => {
    const events = [told("FailedMount", 'configmap "nowhere" not found')];
    expect(explainStart(waiting, creating, events)?.why).toContain('configmap "nowhere" not found');
  });

  it("goes by what was told last", () => {
    const events = [
      { reason: "FailedMount", message: "not yet" },
      { reason: "FailedCreatePodSandBox", message: NO_NETWORK },
    ];
    expect(startTrouble(events)).toEqual({ code: "sandbox", message: NO_NETWORK });
    expect(startTrouble([{ reason: "Pulling", message: "nginx" }])).toBeNull();
  });

  it.each([
    ["runs", pod({ phase: "Running" })],
    ["has no node yet", pod({}, "")],
    [
      "has begun",
      pod({ initContainerStatuses: [{ name: "i", state: { terminated: { exitCode: 0 } } }] }),
    ],
  ])("says nothing of one that %s, whatever was told before", (_, other) => {
    expect(explainStart(other, creating, [told("FailedMount", "x")])).toBe(creating);
  });
});
