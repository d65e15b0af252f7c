import { describe, expect, it } from "vitest";
import { headProblem } from "./recognise-head";

function elf(machine: number): Uint8Array {
  const head = new Uint8Array(64);
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  head[18] = machine;
  return head;
}
const bytes = (...values: number[]) => new Uint8Array(values);
const tar = () => {
  const head = new Uint8Array(512);
  head.set(new TextEncoder().encode("ustar"), 257);
  return head;
};

describe("a k3s binary", () => {
  it.each([
    ["k3s", 0x3e],
    ["k3s-arm64", 0xb7],
    ["k3s-armhf", 0x28],
  ])("%s is an ELF program for its machine", (name, machine) => {
    expect(headProblem(name, elf(machine))).toBeNull();
  });

  it("for another machine is named with both", () => {
    expect(headProblem("k3s", elf(0xb7))).toBe(
      "k3s is a program for arm64, but its name says amd64.",
    );
    expect(headProblem("k3s", elf(0xf3))).toContain("that k3s is not built for");
  });

  it("that is a web page, an empty file or two bytes long is no program", () => {
    for (const head of [new TextEncoder().encode("<!DOCTYPE html>"), bytes(), bytes(0x7f, 0x45)])
      expect(headProblem("k3s", head)).toContain("not a Linux program");
  });
});

describe("an archive of images", () => {
  const base = "k3s-airgap-images-amd64.tar";
  it("is what its ending says", () => {
    expect(headProblem(base, tar())).toBeNull();
    expect(headProblem(`${base}.gz`, bytes(0x1f, 0x8b))).toBeNull();
    expect(headProblem(`${base}.zst`, bytes(0x28, 0xb5, 0x2f, 0xfd))).toBeNull();
  });

  it("that was packed in another way is refused by name", () => {
    expect(headProblem(base, bytes(0x1f, 0x8b))).toBe(`${base} is not a tar archive.`);
    expect(headProblem(`${base}.zst`, tar())).toBe(`${base}.zst is not a zstd archive.`);
  });
});
