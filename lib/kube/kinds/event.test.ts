import { describe, expect, it } from "vitest";
import { kubeQuery } from "@/lib/schemas/kube";
import { createRowIndex } from "../row-index";
import { eventKind } from "./event";

const event = (uid: string, over: object) =>
  eventKind.project({
    metadata: { name: uid, namespace: "shop", uid, creationTimestamp: "2026-11-23T10:00:00Z" },
    ...{
      type: "Warning",
      reason: "BackOff",
      message: `Back-off ${uid}`,
      involvedObject: { kind: "Pod", name: "web-1", uid: "pod-1" },
      source: { component: "kubelet" },
    },
    ...over,
  });

describe("an event", () => {
  it("is read in the older form", () => {
    const row = event("a", {
      count: 7,
      firstTimestamp: "2026-11-23T09:00:00Z",
      lastTimestamp: "2026-11-23T09:30:00Z",
      eventTime: null,
    });
    expect(row).toMatchObject({
      owner: "Pod/web-1",
      count: 7,
      firstAt: "2026-11-23T09:00:00Z",
      lastAt: "2026-11-23T09:30:00Z",
      source: "kubelet",
      status: { word: "BackOff", tone: "warn" },
    });
  });

  it("is read in the form of events.k8s.io", () => {
    const row = event("a", {
      type: "Normal",
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: "2026-11-23T09:00:00.123456Z",
      series: { count: 3, lastObservedTime: "2026-11-23T09:10:00.000000Z" },
      source: {},
      reportingComponent: "default-scheduler",
    });
    expect(row).toMatchObject({
      count: 3,
      firstAt: "2026-11-23T09:00:00.123456Z",
      lastAt: "2026-11-23T09:10:00.000000Z",
      source: "default-scheduler",
      status: { tone: "unknown" },
    });
  });

  it("is cut when its message is as long as an object", () => {
    expect(event("a", { message: "x".repeat(50_000) }).message.length).toBe(1001);
  });
});

describe("a list of events", () => {
  it("makes one of those with the same object and reason, and puts the newest first", () => {
    const at = (lastTimestamp: string) => ({ firstTimestamp: lastTimestamp, lastTimestamp });
    const index = createRowIndex(eventKind, [
      event("a", { count: 2, ...at("2026-11-23T09:00:00Z") }),
      event("b", { count: 5, ...at("2026-11-23T09:20:00Z") }),
      event("c", { reason: "Pulled", type: "Normal", ...at("2026-11-23T09:10:00Z") }),
    ]);
    const rows = index.select(kubeQuery.parse({}));
    expect(rows.map(({ reason, count, message }) => [reason, count, message])).toEqual([
      ["BackOff", 7, "Back-off b"],
      ["Pulled", 1, "Back-off c"],
    ]);
    expect(rows[0]?.firstAt).toBe("2026-11-23T09:00:00Z");
    expect(index.select(kubeQuery.parse({ owner: "Pod/web-1", type: "Normal" }))).toHaveLength(1);
  });
});
