import { expect, it } from "vitest";
import { createVersionReader } from "./mentioned-version";

function read(blocks: readonly string[]) {
  const reader = createVersionReader();
  for (const block of blocks) reader.add(block);
  return reader.end();
}

it("finds the version wherever a block ends", () => {
  const text = `${"x".repeat(70)}v1.34.4+k3s1${"y".repeat(70)}`;
  for (let cut = 0; cut <= text.length; cut += 1)
    expect(read([text.slice(0, cut), text.slice(cut)])).toMatch(/^v1\.34\.4\+k3s1$/);
});

it("counts a mention once, however small the blocks are", () => {
  const text = "v1.34.4+k3s1 v1.33.0+k3s2 v1.33.0+k3s2 ";
  expect(read([...text])).toBe("v1.33.0+k3s2");
  expect(read([text])).toBe("v1.33.0+k3s2");
});

it("says nothing of a program that mentions no k3s version", () => {
  expect(read(["go1.25.1 v1.34.4 k3s v1.34+k3s1"])).toBeNull();
});
