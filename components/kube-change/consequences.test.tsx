import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/catalogue";
import type { DrainPreview } from "@/lib/schemas/kube-drain";
import { blastConsequences } from "./blast-items";
import { drainConsequences, losesSomething } from "./drain-items";

const words = messagesFor("en").changes;
const pod = {
  namespace: "club",
  name: "web-a",
  owner: "ReplicaSet/web",
  bare: false,
  emptyDir: false,
  pinned: [],
};
const preview = (changes: Partial<DrainPreview> = {}): DrainPreview => ({
  ...{ node: "n1", cordoned: false, ready: true, staying: 2, otherNodes: 1, complete: true },
  ...{ pods: [pod], budgets: [], sites: [] },
  ...changes,
});
const said = (of: DrainPreview) =>
  drainConsequences(of, words.drain).map(
    ({ title, verdict, tone }) => `${title}: ${verdict} (${tone})`,
  );

describe("what a drain takes with it, in words", () => {
  it("is fine where another node takes the pods", () => {
    expect(said(preview())).toEqual(["1 pod leaves: Fine (ok)"]);
    expect(losesSomething(preview())).toBe(false);
  });

  it("says what has nowhere to go, waits, is lost, and goes down", () => {
    const of = preview({
      otherNodes: 0,
      pods: [pod, { ...pod, name: "alone", bare: true, emptyDir: true }],
      budgets: [
        { namespace: "club", name: "web", allowed: 0, pods: 1 },
        { namespace: "club", name: "loose", allowed: 1, pods: 1 },
      ],
      sites: [
        { host: "a.example.org", elsewhere: 2, pinned: false },
        { host: "b.example.org", elsewhere: 0, pinned: false },
        { host: "c.example.org", elsewhere: 0, pinned: true },
      ],
    });
    expect(said(of)).toEqual([
      "2 pods leave: Nowhere to go (danger)",
      "Budget club/web allows none to leave: Waits (warn)",
      "1 bare pod nothing starts again: Lost (danger)",
      "Files in emptyDir of 1 pod: Lost (danger)",
      "a.example.org keeps answering: Fine (ok)",
      "b.example.org goes down: Down (warn)",
      "c.example.org stays down: Stays down (danger)",
    ]);
    expect(losesSomething(of)).toBe(true);
  });
});

it("says what goes with an object, few of many by name", () => {
  const items = [
    { code: "pods", verdict: "goes", kind: "Pod", count: 9, names: ["a", "b"] },
    { code: "hosts", verdict: "breaks", kind: "", count: 1, names: ["*"] },
  ] as const;
  const all = blastConsequences({ items }, words.delete);
  expect(all.map(({ title, detail }) => [title, detail])).toEqual([
    ["9 pods end", "a, b and 7 more"],
    ["Any host name stops answering", "*"],
  ]);
});
