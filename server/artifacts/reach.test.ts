import { expect, it } from "vitest";
import { addressKind } from "./reach";

it.each([
  "127.0.0.1",
  "127.8.8.8",
  "0.0.0.0",
  "169.254.169.254",
  "100.100.100.200",
  "192.0.0.192",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "fe80::1",
  "fd00:ec2::254",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:169.254.169.254",
  "::ffff:7f00:1",
  "not-an-address",
])("%s is never spoken to", (address) => {
  expect(addressKind(address)).toBe("forbidden");
});

it.each(["10.0.0.1", "172.31.255.1", "192.168.1.5", "100.64.0.1", "fd12::1", "::ffff:10.0.0.1"])(
  "%s is inside a network of one's own",
  (address) => {
    expect(addressKind(address)).toBe("private");
  },
);

it.each(["140.82.121.3", "172.32.0.1", "100.128.0.1", "2606:50c0:8000::154"])(
  "%s is on the internet",
  (address) => {
    expect(addressKind(address)).toBe("public");
  },
);
