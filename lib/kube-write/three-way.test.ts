import { describe, expect, it } from "vitest";
import { changedFields, sayPath } from "./changed-fields";
import { parseFieldPath, valueAt, withoutField } from "./field-path";
import type { JsonObject } from "./json";
import { mergePatch } from "./merge-patch";
import { ownersOf } from "./owners";
import { mergeThreeWays } from "./three-way";

const base = {
  spec: {
    replicas: 3,
    containers: [
      { name: "web", image: "a:1", ports: [{ containerPort: 80 }] },
      { name: "log", image: "b:1" },
    ],
    args: ["x", "y"],
  },
};
const setImage = (copy: typeof base, index: number, image: string) => {
  const container = copy.spec.containers[index];
  if (container !== undefined) container.image = image;
};
const change = (edit: (copy: typeof base) => void) => {
  const copy = structuredClone(base);
  edit(copy);
  return copy;
};

describe("merging two changes of one object", () => {
  it("lets changes of different fields go together, also in different items of a list", () => {
    const mine = change((copy) => setImage(copy, 0, "a:2"));
    const theirs = change(({ spec }) => {
      spec.replicas = 5;
      spec.containers.push({ name: "new", image: "c:1" });
    });
    const { value, conflicts } = mergeThreeWays({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(value).toMatchObject({
      spec: { replicas: 5, containers: [{ image: "a:2" }, { name: "log" }, { name: "new" }] },
    });
  });

  it("asks where both changed the same field, and takes the side that was chosen", () => {
    const mine = change((copy) => setImage(copy, 0, "a:2"));
    const theirs = change((copy) => setImage(copy, 0, "a:3"));
    const path = "spec.containers[web].image";
    const merged = mergeThreeWays({ base, mine, theirs });
    expect(merged.conflicts).toEqual([{ path, base: "a:1", mine: "a:2", theirs: "a:3" }]);
    const settled = mergeThreeWays({ base, mine, theirs }, { [path]: "theirs" });
    expect(settled).toEqual({ value: theirs, conflicts: [] });
  });

  it("takes a removal for a change, and asks when the other side changed what was removed", () => {
    const mine = change(({ spec }) => spec.containers.pop());
    expect(mergeThreeWays({ base, mine, theirs: base }).value).toEqual(mine);
    const theirs = change((copy) => setImage(copy, 1, "b:2"));
    expect(mergeThreeWays({ base, mine, theirs }).conflicts).toMatchObject([
      { path: "spec.containers[log]", mine: undefined },
    ]);
  });

  it("compares lists without names as a whole", () => {
    const mine = change(({ spec }) => spec.args.push("mine"));
    const theirs = change(({ spec }) => spec.args.push("theirs"));
    expect(mergeThreeWays({ base, mine, theirs }).conflicts.map(({ path }) => path)).toEqual([
      "spec.args",
    ]);
  });

  it("agrees with itself: what both changed alike is no conflict", () => {
    const both = change(({ spec }) => (spec.replicas = 9));
    expect(mergeThreeWays({ base, mine: both, theirs: structuredClone(both) })).toEqual({
      value: both,
      conflicts: [],
    });
  });
});

describe("a merge patch", () => {
  it("turns one object into the other: sets, removes, replaces lists", () => {
    const from: JsonObject = { a: 1, b: { c: 2, d: 3 }, e: [1, 2], same: { x: [1] } };
    const to: JsonObject = { a: 1, b: { c: 4 }, e: [1], f: "new", same: { x: [1] } };
    expect(mergePatch(from, to)).toEqual({ b: { c: 4, d: null }, e: [1], f: "new" });
    expect(mergePatch(from, from)).toEqual({});
  });
});

describe("paths of fields", () => {
  it.each([
    [".spec.replicas", 3],
    ["spec.containers[1].image", "b:1"],
    ['.spec.containers[name="web"].image', "a:1"],
    ['.spec.containers[name="web"].ports[containerPort=80].containerPort', 80],
    ['.spec.args[="y"]', "y"],
    ["spec.nothing.here", undefined],
  ])("%s leads to %j", (text, value) => {
    expect(valueAt(base, parseFieldPath(text))).toEqual(value);
  });

  it("keeps keys with dots and slashes whole in brackets, and quotes with brackets", () => {
    expect(parseFieldPath("metadata.annotations[a.b/c]").at(-1)).toEqual({
      at: "key",
      key: "a.b/c",
    });
    expect(parseFieldPath('.list[name="a]b"].x')).toHaveLength(3);
  });

  it("leaves a field out, and everything else alone", () => {
    const left = withoutField(base, parseFieldPath('.spec.containers[name="web"].image'));
    expect(left.spec.containers[0]).toEqual({ name: "web", ports: [{ containerPort: 80 }] });
    expect(left.spec.replicas).toBe(3);
    expect(withoutField(base, parseFieldPath(".spec.no.such"))).toEqual(base);
  });

  it("says which fields differ, with the names of list items", () => {
    const after = change((copy) => {
      copy.spec.replicas = 4;
      setImage(copy, 0, "a:2");
    });
    expect(changedFields(base, after).map(sayPath)).toEqual([
      "spec.replicas",
      "spec.containers[web].image",
    ]);
  });

  it("names who set a field, by the API's own record", () => {
    const managed = [
      {
        manager: "flux",
        fieldsV1: { "f:spec": { "f:containers": { 'k:{"name":"web"}': { "f:image": {} } } } },
      },
      { manager: "kubectl", fieldsV1: { "f:spec": { "f:replicas": {} } } },
    ];
    const [replicas, image] = [".spec.replicas", '.spec.containers[name="web"].image'].map(
      parseFieldPath,
    );
    expect(ownersOf(managed, replicas ?? [])).toEqual(["kubectl"]);
    expect(ownersOf(managed, image ?? [])).toEqual(["flux"]);
    expect(ownersOf(managed, parseFieldPath(".spec.args"))).toEqual([]);
  });
});
