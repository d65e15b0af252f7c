import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { startFile } from "./start-file";

const text = (clusterName: string, welcome: readonly string[] = ["Hello"]) =>
  startFile({ kubeconfig: "apiVersion: v1\ntoken: secret-1\n", clusterName, welcome });

test("bash takes it without a complaint", () => {
  expect(() => execFileSync("bash", ["-n"], { input: text("lab") })).not.toThrow();
});

test("names and greetings are text, whatever is in them", () => {
  const hostile = `$(touch /tmp/x)'"\`reboot\`\\n\u001b]0;title\u0007`;
  const file = text(hostile, [hostile]);
  expect(() => execFileSync("bash", ["-n"], { input: file })).not.toThrow();
  const line = file.split("\n").find((each) => each.startsWith("printf")) ?? "";
  const printed = execFileSync("bash", ["-c", line]).toString();
  expect(printed).toContain(`$(touch /tmp/x)'"\`reboot\`\\n`);
  expect(printed).not.toContain("\u0007");
});

test("it removes itself before anything else, and the credential is nobody else's to read", () => {
  const [first, second] = text("lab").split("\n");
  expect(first).toBe("rm -f ~/.start");
  expect(second).toContain("umask 077");
});
