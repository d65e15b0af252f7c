import { expect, it } from "vitest";
import { isAddress } from "./address";

it("takes addresses in their usual form only", () => {
  for (const text of ["192.168.1.210", "fd00::1", "::1", "::ffff:10.0.0.1"])
    expect(isAddress(text)).toBe(true);
  for (const text of [
    "",
    "0600",
    "10.1",
    "0x7f.1",
    "1",
    "fe80::1%eth0",
    "[fd00::1]",
    "10.0.0.1\n",
    " ::1",
    "x",
  ])
    expect(isAddress(text)).toBe(false);
});
