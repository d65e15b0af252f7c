import { describe, expect, it } from "vitest";
import { createSharer } from "./share-strings";

const row = (name: string) => ({
  ...{ uid: name, name, namespace: "shop", createdAt: "", owner: "" },
  labels: { app: ["w", "eb"].join("") },
  images: ["nginx:1.14.2"],
  ready: 1,
});

describe("rows that share what they have in common", () => {
  it("are as they were, in the same order of fields", () => {
    const share = createSharer();
    expect(JSON.stringify(share(row("a")))).toBe(JSON.stringify(row("a")));
  });

  it("hold one set of labels and one list of images", () => {
    const share = createSharer();
    const [a, b] = [share(row("a")), share(row("b"))];
    expect(a.labels).toBe(b.labels);
    expect(a.images).toBe(b.images);
    expect(b.name).toBe("b");
  });
});
