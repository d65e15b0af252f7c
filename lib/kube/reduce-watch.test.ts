import { describe, expect, it } from "vitest";
import { podKind } from "./kinds/pod";
import type { WatchEvent } from "./kube-object";
import { reduceWatch, type WatchState } from "./reduce-watch";

const pod = (name: string, version: number, phase = "Running") => ({
  metadata: { name, uid: name, namespace: "web", resourceVersion: String(version) },
  status: { phase },
});
const event = (type: "ADDED" | "MODIFIED" | "DELETED", object: ReturnType<typeof pod>) =>
  ({ type, object }) satisfies WatchEvent;
const empty: WatchState = { rows: new Map(), resourceVersion: "1" };
const reduce = (state: WatchState, ...events: WatchEvent[]) => reduceWatch(state, events, podKind);

describe("reduceWatch", () => {
  it("adds, changes and removes rows in the order of events", () => {
    const { state } = reduce(
      empty,
      event("ADDED", pod("a", 2)),
      event("ADDED", pod("b", 3)),
      event("MODIFIED", pod("a", 4, "Failed")),
      event("DELETED", pod("b", 5)),
    );
    expect([...state.rows.values()]).toMatchObject([{ name: "a", phrase: "Failed" }]);
    expect(state.resourceVersion).toBe("5");
  });

  it("leaves the given state as it was", () => {
    const { state } = reduce(empty, event("ADDED", pod("a", 2)));
    reduce(state, event("DELETED", pod("a", 3)));
    expect(state.rows.size).toBe(1);
    expect(empty.rows.size).toBe(0);
  });

  it("keeps the very same rows when only something changed that no page shows", () => {
    const { state } = reduce(empty, event("ADDED", pod("a", 2)));
    const next = reduce(state, event("MODIFIED", pod("a", 9)));
    expect(next.changed).toBe(false);
    expect(next.state.rows).toBe(state.rows);
    expect(next.state.resourceVersion).toBe("9");
  });

  it("takes only the version from a bookmark", () => {
    const bookmark = { metadata: { name: "", uid: "", resourceVersion: "77" } };
    const next = reduce(empty, { type: "BOOKMARK", object: bookmark });
    expect(next).toMatchObject({ changed: false, error: null, state: { resourceVersion: "77" } });
    expect(next.state.rows.size).toBe(0);
  });

  it("stops at an error, keeping what came before it", () => {
    const next = reduce(
      empty,
      event("ADDED", pod("a", 2)),
      { type: "ERROR", object: { code: 410, reason: "Expired" } },
      event("ADDED", pod("b", 3)),
    );
    expect(next.error).toMatchObject({ code: 410 });
    expect([...next.state.rows.keys()]).toEqual(["a"]);
    expect(next.state.resourceVersion).toBe("2");
  });

  it("does not mind the removal of what it never had", () => {
    expect(reduce(empty, event("DELETED", pod("ghost", 2))).changed).toBe(false);
  });
});
