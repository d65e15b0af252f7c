import { expect, test } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { pickPod, portIn, targetPortOf } from "./pick-pod";
import { podSelector, targetPath } from "./pods-of";

const pod = (name: string, changes: { ready?: string; phase?: string; gone?: boolean } = {}) =>
  ({
    metadata: {
      name,
      uid: name,
      creationTimestamp: `2026-01-01T00:00:0${name.at(-1)}Z`,
      ...(changes.gone === true ? { deletionTimestamp: "2026-01-01T00:00:09Z" } : {}),
    },
    spec: { containers: [{ name: "main", ports: [{ name: "http", containerPort: 8080 }] }] },
    status: {
      phase: changes.phase ?? "Running",
      conditions: [{ type: "Ready", status: changes.ready ?? "True" }],
    },
  }) satisfies KubeObject;

const any = { stay: null, avoid: null };
const named = (found: KubeObject | null) => found?.metadata.name ?? null;

test("a ready pod is chosen, the oldest first", () => {
  const pods = [pod("a3"), pod("a2"), pod("a1", { ready: "False" }), pod("a0", { gone: true })];
  expect(named(pickPod(pods, any))).toBe("a2");
  expect(named(pickPod([pod("a1", { phase: "Pending" })], any))).toBeNull();
});

test("the pod that answered so far goes on answering, unless it just failed", () => {
  const pods = [pod("a1"), pod("a2")];
  expect(named(pickPod(pods, { stay: "a2", avoid: null }))).toBe("a2");
  expect(named(pickPod(pods, { stay: "a2", avoid: "a2" }))).toBe("a1");
  expect(named(pickPod([pod("a2")], { stay: "a2", avoid: "a2" }))).toBe("a2");
});

test("a service's port leads to its pods' port, by number or by name", () => {
  const ports = [
    { port: 80, targetPort: "http" },
    { port: 81 },
    { port: 53, protocol: "UDP", targetPort: 53 },
  ];
  expect([80, 81, 53, 82].map((port) => targetPortOf(ports, port))).toEqual([
    "http",
    81,
    null,
    null,
  ]);
  expect(portIn(pod("a1"), "http")).toBe(8080);
  expect(portIn(pod("a1"), "other")).toBeNull();
});

test("pods are asked for by the object's own selector", () => {
  expect(podSelector("Service", { spec: { selector: { app: "web" } } })).toBe("app=web");
  const matchExpressions = [{ key: "tier", operator: "In", values: ["a", "b"] }];
  const selector = { matchLabels: { app: "web" }, matchExpressions };
  expect(podSelector("Deployment", { spec: { selector } })).toBe("app=web,tier in (a,b)");
  expect(podSelector("Service", { spec: {} })).toBeNull();
  expect(podSelector("Service", {})).toBeNull();
  const target = { kind: "StatefulSet" as const, namespace: "shop", name: "db" };
  expect(targetPath(target)).toBe("/apis/apps/v1/namespaces/shop/statefulsets/db");
});
