import { describe, expect, it } from "vitest";
import { checkBundle, MAX_FILE_BYTES } from "./check-bundle";
import { isChecksumFile, releaseFile, withoutCopyNumber } from "./release-file";

const offer = (...names: string[]) => names.map((name) => ({ name, sizeBytes: 1000 }));
const ARM64 = ["k3s-arm64", "k3s-airgap-images-arm64.tar.zst"];

describe("a set of release files", () => {
  it("is complete with a binary and images of each of its architectures", () => {
    expect(checkBundle(offer(...ARM64), null)).toEqual({});
    expect(checkBundle(offer(...ARM64, "k3s", "k3s-airgap-images-amd64.tar"), null)).toEqual({});
  });

  it("says which part is missing, or is there twice", () => {
    expect(checkBundle(offer("k3s-arm64"), null)[""]).toContain("k3s-airgap-images-arm64.tar.zst");
    expect(checkBundle(offer("k3s-airgap-images-arm.tar"), null)[""]).toContain("k3s-armhf");
    expect(checkBundle([], null)[""]).toContain("at least one");
    expect(checkBundle(offer(...ARM64, "k3s-airgap-images-arm64.tar"), null)[""]).toContain(
      "enough",
    );
    expect(checkBundle(offer(...ARM64, "k3s-arm64"), null)["k3s-arm64"]).toContain("twice");
  });

  it("has files of a size that k3s can have", () => {
    const huge = [
      { name: "k3s", sizeBytes: MAX_FILE_BYTES + 1 },
      ...offer("k3s-airgap-images-amd64.tar"),
    ];
    expect(checkBundle(huge, null)).toEqual({ k3s: expect.stringContaining("2 GiB") });
    expect(checkBundle([{ name: "k3s", sizeBytes: 0 }], null)["k3s"]).toContain("empty");
  });

  it("is named in the checksum file, when there is one", () => {
    const sums = `${"a".repeat(64)}  k3s-arm64\r\n`;
    expect(checkBundle(offer(...ARM64), sums)).toEqual({
      "k3s-airgap-images-arm64.tar.zst": expect.stringContaining("not in the checksum file"),
    });
  });
});

describe("a file name", () => {
  const hostile = [
    "../k3s",
    "k3s/../../etc/passwd",
    "/k3s",
    "k3s\0",
    "k3s\n",
    "k3s ",
    "K3S",
    ".",
    "..",
    "constructor",
    "__proto__",
    "k3s-airgap-images-amd64.tar.zst/x",
    "k3s\u202e46mra",
    "a".repeat(1_000_000),
  ];
  it.each(hostile.map((name) => [JSON.stringify(name.slice(0, 40)), name]))(
    "%s is not a release file",
    (_, name) => {
      expect(releaseFile(name)).toBeNull();
      expect(checkBundle(offer(name), null)[name]).toContain("not a file of a k3s release");
    },
  );

  it("that a download folder numbered is known again", () => {
    expect(withoutCopyNumber("k3s (1)")).toBe("k3s");
    expect(withoutCopyNumber("k3s-arm64(12)")).toBe("k3s-arm64");
    expect(withoutCopyNumber("k3s-airgap-images-arm64.tar (1).zst")).toBe(
      "k3s-airgap-images-arm64.tar.zst",
    );
    expect(withoutCopyNumber("sha256sum-arm64 (2).txt")).toBe("sha256sum-arm64.txt");
    expect(isChecksumFile("sha256sum-arm64.txt")).toBe(true);
    expect(isChecksumFile("sha256sum-arm64.txt.sig")).toBe(false);
  });
});
