import { expect, test } from "vitest";
import { topicOf } from "./live-topic";

test.each([
  ["job", { jobId: "17", events: [] }, "job:17"],
  ["kube", { clusterId: "c1", kind: "pods" }, "kube:c1:pods"],
  ["hosts", {}, "hosts"],
  ["jobs", null, "jobs"],
])("%s belongs to its topic", (event, payload, topic) => {
  expect(topicOf(event, payload)).toBe(topic);
});
