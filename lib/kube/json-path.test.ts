import { describe, expect, it } from "vitest";
import { parseJsonPath, readJsonPath } from "./json-path";

const OBJECT = {
  metadata: { labels: { "app.kubernetes.io/name": "shop" } },
  spec: { replicas: 0, hosts: ["a.example.org", "b.example.org"], "dash-ed": true },
  status: {
    conditions: [
      { type: "Synced", status: "False" },
      { type: "Ready", status: "True" },
    ],
    empty: null,
  },
};

const read = (path: string) => {
  const steps = parseJsonPath(path);
  return steps === null ? null : readJsonPath(steps, OBJECT);
};

describe("a printer column's path", () => {
  it.each([
    [".spec.replicas", [0]],
    ["$.spec.replicas", [0]],
    [".spec.hosts", [["a.example.org", "b.example.org"]]],
    [".spec.hosts[1]", ["b.example.org"]],
    [".spec.hosts[-1]", ["b.example.org"]],
    [".spec.hosts[*]", ["a.example.org", "b.example.org"]],
    ['.status.conditions[?(@.type=="Ready")].status', ["True"]],
    [".status.conditions[?(@.type == 'Synced')].status", ["False"]],
    [".status.conditions[*].type", ["Synced", "Ready"]],
    [String.raw`.metadata.labels.app\.kubernetes\.io/name`, ["shop"]],
    [".metadata.labels['app.kubernetes.io/name']", ["shop"]],
    [".spec.dash-ed", [true]],
    [".status.empty", []],
    [".status.nothing.at.all", []],
    [".spec.constructor", []],
    [".__proto__.toString", []],
    ["", [OBJECT]],
  ])("%s", (path, expected) => {
    expect(read(path)).toEqual(expected);
  });

  it.each(["..replicas", ".spec[?(@.a > 3)]", ".spec.replicas + 1", "{.spec}", ".spec[0:2]"])(
    "does not guess what %s means",
    (path) => {
      expect(parseJsonPath(path)).toBeNull();
    },
  );
});
