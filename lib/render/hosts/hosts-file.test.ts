import { isAddress } from "@/lib/render/address";
import { isDnsName } from "@/lib/schemas/network";
import { describe, expect, it } from "vitest";
import { HOSTILE } from "@/lib/render/testing/hostile";
import { hostsFile } from "./hosts-file";
import { withManagedBlock, withoutManagedBlock } from "./managed-block";

const hosts = [
  { name: "lb", address: "192.168.1.210" },
  { name: "db", address: "192.168.1.200" },
];
const BLOCK = `# BEGIN gandalf: written by the panel, changes inside are lost
192.168.1.200\tdb
192.168.1.210\tlb
# END gandalf
`;

describe("/etc/hosts", () => {
  it("gets one block, in the same order whatever the order of the hosts", () => {
    expect(hostsFile("127.0.0.1 localhost\n", hosts)).toBe(`127.0.0.1 localhost\n${BLOCK}`);
    expect(hostsFile("", hosts.toReversed())).toBe(BLOCK);
  });

  it("keeps every other line to the byte", () => {
    for (const own of ["127.0.0.1 localhost\n", "a\r\nb\r\n", "\n\n# x\n", "  \n", "\t# y \n"])
      expect(withoutManagedBlock(hostsFile(own, hosts))).toBe(own);
  });

  it("is the same when written again", () => {
    const once = hostsFile("127.0.0.1 localhost", hosts);
    expect(hostsFile(once, hosts)).toBe(once);
  });

  it("lets nothing in that is not a name and an address", () => {
    for (const value of HOSTILE) {
      if (isAddress(value) || isDnsName(value)) continue;
      expect(() => hostsFile("", [{ name: value, address: "192.168.1.1" }])).toThrow();
      expect(() => hostsFile("", [{ name: "a", address: value }])).toThrow();
    }
  });
});

describe("the panel's block", () => {
  it("is taken out wherever it is, and however often", () => {
    expect(withoutManagedBlock(`a\n${BLOCK}b\n${BLOCK}c\n`)).toBe("a\nb\nc\n");
  });

  it("without its end loses its marker only: what follows may be somebody's own", () => {
    expect(withoutManagedBlock("# BEGIN gandalf: x\n10.0.0.1 mine\n")).toBe("10.0.0.1 mine\n");
    expect(withoutManagedBlock(`# BEGIN gandalf: x\n10.0.0.1 mine\n${BLOCK}`)).toBe(
      "10.0.0.1 mine\n",
    );
  });

  it("without its beginning loses its end", () => {
    expect(withoutManagedBlock("a\n# END gandalf\nb\n")).toBe("a\nb\n");
  });

  it("leaves any other text as it is", () => {
    for (const text of HOSTILE.filter((value) => !value.includes("# END gandalf"))) {
      expect(withoutManagedBlock(text)).toBe(text);
      const back = withoutManagedBlock(withManagedBlock(text, ["x"]));
      expect(back === text || back === `${text}\n`).toBe(true);
    }
  });
});
