import { expect, it } from "vitest";
import { fstabWithoutSwap } from "./without-swap";

it("comments swap out and nothing else", () => {
  const text = [
    "# /dev/sda9 none swap sw 0 0",
    "UUID=1 / ext4 defaults 0 1",
    "/swapfile none swap sw 0 0",
    "\tLABEL=swap\tnone\tswap\tdefaults",
    "/dev/sda3 /swap ext4 defaults 0 2",
    "//nas/swap /mnt cifs swap 0 0",
    "/dev/sdb1 none swap",
    "",
  ].join("\n");
  expect(fstabWithoutSwap(text)).toBe(
    [
      "# /dev/sda9 none swap sw 0 0",
      "UUID=1 / ext4 defaults 0 1",
      "# gandalf: swap off # /swapfile none swap sw 0 0",
      "# gandalf: swap off # \tLABEL=swap\tnone\tswap\tdefaults",
      "/dev/sda3 /swap ext4 defaults 0 2",
      "//nas/swap /mnt cifs swap 0 0",
      "# gandalf: swap off # /dev/sdb1 none swap",
      "",
    ].join("\n"),
  );
});

it("is the same when done again", () => {
  const once = fstabWithoutSwap("/swapfile none swap sw 0 0\n");
  expect(fstabWithoutSwap(once)).toBe(once);
});
