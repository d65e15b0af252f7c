import { describe, expect, it } from "vitest";
import { orderDocuments } from "./order-documents";
import { parseDocuments } from "./parse-documents";

const problemsOf = (text: string) => {
  const parsed = parseDocuments(text);
  return parsed.ok ? [] : parsed.problems;
};
const valuesOf = (text: string) => {
  const parsed = parseDocuments(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.detail);
  return parsed.value;
};

const CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

describe("reading pasted objects", () => {
  it("finds each object with its line, over separators, comments and empty documents", () => {
    const found = valuesOf(`---\n# first\n${CONFIG}---\n---\n${CONFIG.replace("a\n", "b\n")}`);
    expect(
      found.map(({ number, line, manifest }) => [number, line, manifest.metadata.name]),
    ).toEqual([
      [1, 3, "a"],
      [2, 9, "b"],
    ]);
  });

  it("takes a List for its items, and JSON for YAML", () => {
    const list = JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [{ apiVersion: "v1", kind: "Pod", metadata: { name: "p" } }],
    });
    expect(valuesOf(list).map(({ manifest }) => manifest.kind)).toEqual(["Pod"]);
  });

  it("reads numbers and words as kubectl does", () => {
    const text = `${CONFIG}data:\n  mode: 0644\n  time: 12:30:45\n  on: on\n  day: 2026-01-02\n`;
    expect(valuesOf(text)[0]?.manifest.data).toEqual({
      mode: 420,
      time: "12:30:45",
      true: true,
      day: "2026-01-02",
    });
  });

  it("knows at which line a field stands, or the nearest above it", () => {
    const [document] = valuesOf(
      `${CONFIG}spec:\n  containers:\n    - name: a\n    - name: b\n      image: x\n`,
    );
    expect(document?.lineOf(["spec", "containers", 1, "image"])).toBe(9);
    expect(document?.lineOf(["spec", "containers", 1, "ports", 0, "port"])).toBe(8);
    expect(document?.lineOf(["status"])).toBe(1);
  });

  it.each([
    ["a tab", "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n", 4, /tab/],
    ["the same key twice", `${CONFIG}kind: Secret\n`, 5, /twice/],
    ["a quote that stays open", 'apiVersion: "v1\nkind: Pod\n', 3, /quote|closed/i],
    ["no kind", "apiVersion: v1\nmetadata: {name: a}\n", 1, /kind/],
    ["no name", "apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {}\n", 3, /name/],
    [
      "a name that leaves its address",
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ../x\n",
      4,
      /name/,
    ],
    [
      "a version that leaves its address",
      "apiVersion: ../../v1\nkind: Pod\nmetadata: {name: a}\n",
      1,
      /apiVersion/,
    ],
    ["a text that is no object", "hello\n", 1, /no fields/],
    ["nothing", "\n# only a comment\n", 1, /no object/],
  ])("names the line of %s", (...[, text, line, sentence]) => {
    const [problem] = problemsOf(text);
    expect(problem?.detail).toMatch(sentence);
    expect(problem?.line).toBe(line);
  });

  it("follows no aliases that grow without end", () => {
    const levels = [..."bcdefghij"].map((name, index) => {
      const of = `*${"abcdefghij"[index]}`;
      return `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(",")}]`;
    });
    const [problem] = problemsOf(`a: &a [x,x,x,x,x,x,x,x,x]\n${levels.join("\n")}\n`);
    expect(problem?.detail).toMatch(/aliases/);
  });

  it("says that a text is larger than the API takes, and how many objects are too many", () => {
    expect(problemsOf(`${CONFIG}data: {a: "${"x".repeat(3_200_000)}"}`)[0]?.detail).toMatch(
      /3 MiB/,
    );
    expect(problemsOf(Array.from({ length: 501 }, () => CONFIG).join("---\n"))[0]?.detail).toMatch(
      /501/,
    );
  });

  it("keeps a key that is named like a property of every object as data", () => {
    const text = `${CONFIG}data:\n  __proto__: x\n  constructor: y\n`;
    const data = valuesOf(text)[0]?.manifest.data as object;
    expect(Object.keys(data)).toEqual(["__proto__", "constructor"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe("the order of objects", () => {
  it("puts what others need first, and leaves the rest as it was written", () => {
    const kinds = [
      "Ingress",
      "Deployment",
      "Service",
      "Kettle",
      "Namespace",
      "Secret",
      "CustomResourceDefinition",
    ];
    const documents = kinds.map((kind) => ({
      manifest: { apiVersion: "v1", kind, metadata: { name: "a" } },
    }));
    expect(orderDocuments(documents).map(({ manifest }) => manifest.kind)).toEqual([
      "Namespace",
      "CustomResourceDefinition",
      "Secret",
      "Service",
      "Deployment",
      "Kettle",
      "Ingress",
    ]);
  });
});
