import { expect, test } from "vitest";
import { countPlaywright, countVitest, judge, total } from "@/scripts/suite/counts";

const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults,
});

test("vitest's passed, failed and skipped tests are read from its report", () => {
  expect(countVitest(vitest(5, 1))).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a test file that fails before its first test counts as one failure", () => {
  const files = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{}] },
    { status: "passed", assertionResults: [] },
  ];
  expect(countVitest(vitest(5, 1, files)).failed).toBe(2);
});

test("a browser test that passes only when repeated counts as failed, and so does an error outside of tests", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 3 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 4, skipped: 3 });
});

test("a report of another shape is refused", () => {
  expect(() => countVitest({ numPassedTests: "5" })).toThrow();
  expect(() => countPlaywright({})).toThrow();
});

test.each([
  { counts: { passed: 0, failed: 0, skipped: 4 }, exitCode: 0, failed: 1, why: "nothing ran" },
  {
    counts: { passed: 3, failed: 0, skipped: 0 },
    exitCode: 1,
    failed: 1,
    why: "it ended badly without a failed test",
  },
  {
    counts: { passed: 3, failed: 2, skipped: 0 },
    exitCode: 1,
    failed: 2,
    why: "its failures are counted already",
  },
  { counts: { passed: 3, failed: 0, skipped: 0 }, exitCode: 0, failed: 0, why: "all is well" },
])("a phase has $failed failures when $why", ({ counts, exitCode, failed }) => {
  expect(judge(counts, exitCode).failed).toBe(failed);
});

test("phases add up", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(total([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  expect(total([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
