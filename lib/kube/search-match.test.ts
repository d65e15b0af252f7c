import { describe, expect, it } from "vitest";
import { matchObject, searchWords } from "./search-match";

const object = (name: string) => ({ name, namespace: "shop", labels: { tier: "Frontend" } });
const match = (name: string, query: string) => matchObject(object(name), searchWords(query));

describe("a search over objects", () => {
  it("puts the whole name before its beginning, its parts and the middle", () => {
    const ranks = ["web", "web-1", "my-web", "cobweb"].map((name) => match(name, "Web")?.rank);
    expect(ranks).toEqual([0, 1, 2, 3]);
  });

  it("wants every word, in the name, the namespace or a label", () => {
    expect(match("web-1", "web shop")).toMatchObject({ label: "" });
    expect(match("web-1", "web frontend")).toMatchObject({ label: "tier=Frontend" });
    expect(match("web-1", "tier=front")).toMatchObject({ label: "tier=Frontend" });
    expect(match("web-1", "web nothing")).toBeNull();
  });

  it("takes no word for a pattern", () => {
    expect(match("web-1", ".*")).toBeNull();
  });
});
