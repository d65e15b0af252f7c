import { expect, test } from "vitest";
import { keyText, withCtrl } from "./terminal-input";

const plain = { ctrl: false, applicationCursor: false };

test("arrows are those that the running program asked for", () => {
  expect(keyText("up", plain)).toBe("\u001b[A");
  expect(keyText("up", { ...plain, applicationCursor: true })).toBe("\u001bOA");
  expect(keyText("left", { ...plain, ctrl: true })).toBe("\u001b[1;5D");
});

test("Esc and Tab are themselves, whatever is held", () => {
  expect(keyText("esc", { ctrl: true, applicationCursor: true })).toBe("\u001b");
  expect(keyText("tab", { ctrl: true, applicationCursor: false })).toBe("\t");
});

test("Ctrl is for the first key of what was typed, and for keys that have such a code", () => {
  expect(withCtrl("c")).toBe("\u0003");
  expect(withCtrl("D")).toBe("\u0004");
  expect(withCtrl("[")).toBe("\u001b");
  expect(withCtrl("rest")).toBe("\u0012est");
  expect(withCtrl("7")).toBe("7");
  expect(withCtrl("")).toBe("");
});
