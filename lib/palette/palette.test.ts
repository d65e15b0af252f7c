import { describe, expect, it } from "vitest";
import { markWords, rankWords } from "./match-words";
import { narrowAnswer } from "./narrow-answer";

describe("what fits the typed words", () => {
  it("is every text that has each of them somewhere, its own name before other words of it", () => {
    const place = ["Deployments", "gandalf", "Deployment", "go to", "of"];
    expect(rankWords(place, ["go", "to", "deployments", "of", "gandalf"])).not.toBeNull();
    expect(rankWords(place, ["pods"])).toBeNull();
    const rank = (text: string) => rankWords([text], ["web"]) ?? Infinity;
    expect(rank("web-1")).toBeLessThan(rank("shop-web"));
    expect(rank("shop-web")).toBeLessThan(rank("cobweb"));
    expect(rankWords(["x", "web"], ["web"])).toBeGreaterThan(rank("web"));
    expect(rankWords(["master1", "", "10.203.1.220"], ["1.220"])).not.toBeNull();
    expect(rankWords(["Jobs", "", "show"], ["ho"])).toBeNull();
  });

  it("is marked where it stands, whatever the words and the text look like", () => {
    expect(markWords("Shop-WEB-web", ["web"])).toEqual([
      { text: "Shop-", hit: false },
      { text: "WEB", hit: true },
      { text: "-", hit: false },
      { text: "web", hit: true },
    ]);
    expect(markWords("a.*b", [".*"])).toEqual([
      { text: "a", hit: false },
      { text: ".*", hit: true },
      { text: "b", hit: false },
    ]);
    const parts = markWords("<b>web</b>", ["<b>", "web"]);
    expect(parts.map(({ text }) => text).join("")).toBe("<b>web</b>");
    expect(
      markWords("İweb", ["web"])
        .map(({ text }) => text)
        .join(""),
    ).toBe("İweb");
  });
});

it("of an earlier answer keeps only hits that fit what was typed since", () => {
  const ref = { apiVersion: "v1", kind: "Pod", namespace: "shop", status: null };
  const hits = [
    { ...ref, name: "web-1", label: "" },
    { ...ref, name: "other", label: "app=website" },
    { ...ref, name: "we", label: "" },
  ];
  const answer = {
    groups: [{ list: "pods", label: "Pods", total: 214, hits }],
    incomplete: [{ list: "secrets", why: "late" }],
  };
  expect(narrowAnswer(answer, ["web"])).toEqual({
    groups: [{ list: "pods", label: "Pods", total: 2, hits: hits.slice(0, 2) }],
    incomplete: [],
  });
  expect(narrowAnswer(answer, ["nothing"]).groups).toEqual([]);
});
