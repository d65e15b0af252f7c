import { expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { panelAddress } from "./panel-address";

it.each([
  ["192.168.1.10\n", "192.168.1.10"],
  ["::ffff:192.168.1.10\n", "192.168.1.10"],
  ["fd00:1::10\n", "fd00:1::10"],
  ["fe80::1%eth0\n", "fe80::1"],
  ["", null],
  ["nonsense\n", null],
])("reads %j as %j", (text, address) => {
  expect(panelAddress.parse(output(text), {})).toEqual({ ok: true, value: address });
});
