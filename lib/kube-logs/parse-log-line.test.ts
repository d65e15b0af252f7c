import { expect, test } from "vitest";
import { parseLogLine } from "./parse-log-line";
import { severityOf } from "./severity";

test("the time is split off, in whatever zone the node has", () => {
  expect(parseLogLine("2026-11-23T10:00:00.123456789Z hello  there")).toEqual({
    at: "2026-11-23T10:00:00.123456789Z",
    text: "hello  there",
  });
  expect(parseLogLine("2026-11-23T10:00:00+02:00 x").at).toBe("2026-11-23T10:00:00+02:00");
  expect(parseLogLine("2026-11-23T10:00:00.1Z ").text).toBe("");
  expect(parseLogLine("no time here")).toEqual({ at: "", text: "no time here" });
});

test("colours, titles and carriage returns are dropped, markup stays text", () => {
  const text = (line: string) => parseLogLine(`2026-11-23T10:00:00.1Z ${line}`).text;
  expect(text("\u001b[31;1mred\u001b[0m and \u001b]0;title\u0007plain\r")).toBe("red and plain");
  expect(text("<img src=x onerror=alert(1)>")).toBe("<img src=x onerror=alert(1)>");
});

test.each([
  [`{"level":"error","msg":"x"}`, "error"],
  [`{"severity": "WARNING"}`, "warn"],
  [`{"level":"info","msg":"no error: fine"}`, "plain"],
  [`time="x" level=warning msg="a"`, "warn"],
  [`ts=1 lvl=fatal`, "error"],
  [`level=info msg="error rate is 0"`, "plain"],
  ["E1123 10:00:00.000000       1 server.go:1] x", "error"],
  ["W1123 10:00:00.000000       1 server.go:1] x", "warn"],
  ["I1123 10:00:00.000000       1 x.go:1] ERROR is a word", "plain"],
  ["2026/11/23 [error] 7#7: open() failed", "error"],
  ["10:00:00 ERROR something", "error"],
  ["[WARN] careful", "warn"],
  ["panic: runtime error", "error"],
  ["Error: no such file", "error"],
  ["GET /errors 200", "plain"],
  ["terror in the night", "plain"],
  ["", "plain"],
] as const)("%j is %s", (line, expected) => expect(severityOf(line)).toBe(expected));
