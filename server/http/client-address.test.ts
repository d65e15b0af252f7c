import { expect, test } from "vitest";
import { type AddressRange, clientAddress, parseAddressRange } from "./client-address";

const ranges = (...texts: string[]) =>
  texts.map(parseAddressRange).filter((range): range is AddressRange => range !== null);

const from = (socketAddress: string, forwardedFor?: string, ...trusted: string[]) =>
  clientAddress({ socketAddress, forwardedFor, trustedProxies: ranges(...trusted) });

test("without configured proxies a forged X-Forwarded-For changes nothing", () => {
  expect(from("192.0.2.1", "203.0.113.9")).toBe("192.0.2.1");
});

test("behind a proxy the entry that the proxy added counts, not what the client wrote before it", () => {
  expect(from("10.0.0.1", "6.6.6.6, 203.0.113.9", "10.0.0.0/8")).toBe("203.0.113.9");
});

test("several proxies are walked as long as each is a configured one", () => {
  expect(from("10.0.0.1", "203.0.113.9, 10.0.0.2", "10.0.0.0/8")).toBe("203.0.113.9");
  expect(from("10.0.0.1", "203.0.113.9, 172.16.0.1", "10.0.0.0/8")).toBe("172.16.0.1");
});

test("rubbish in the header stops at the proxy", () => {
  expect(from("10.0.0.1", "<script>", "10.0.0.0/8")).toBe("10.0.0.1");
  expect(from("10.0.0.1", undefined, "10.0.0.0/8")).toBe("10.0.0.1");
});

test("an IPv4 address in IPv6 clothes is the same address", () => {
  expect(from("::ffff:10.0.0.1", "203.0.113.9", "10.0.0.1")).toBe("203.0.113.9");
});

test("a range is an address or a network, and nothing else", () => {
  expect(parseAddressRange("10.0.0.0/33")).toBeNull();
  expect(parseAddressRange("proxy.lan")).toBeNull();
  expect(parseAddressRange("::1")).not.toBeNull();
});
