import { expect, it } from "vitest";
import { newerKernel } from "./newer-kernel";

it.each([
  ["6.1.0-18-amd64", ["6.1.0-18-amd64", "6.1.0-25-amd64", "6.1.0-9-amd64"], "6.1.0-25-amd64"],
  ["6.6.31+rpt-rpi-v8", ["6.6.31+rpt-rpi-v8", "6.6.51+rpt-rpi-2712"], null],
  ["6.6.31+rpt-rpi-v8", ["6.6.51+rpt-rpi-v8"], "6.6.51+rpt-rpi-v8"],
  ["6.8.0-45-generic", ["6.8.0-45-generic", "6.8.0-9-generic"], null],
  ["5.15.0-1055-raspi", ["5.15.0-1055-raspi", "5.15.0-1061-raspi"], "5.15.0-1061-raspi"],
  ["6.18.0", [], null],
])("of %s among %j the newer one is %s", (running, installed, newer) => {
  expect(newerKernel(running, installed)).toBe(newer);
});
