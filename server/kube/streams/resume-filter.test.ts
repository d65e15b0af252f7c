import { expect, test } from "vitest";
import { createResumeFilter, repeated, resumeTime } from "./resume-filter";

const batch = (...lines: string[]) => ({
  data: Buffer.from(lines.map((line) => `${line}\n`).join("")),
  lines: lines.length,
});
const at = (second: number, nanos: number, text: string) =>
  `2026-11-23T10:00:${String(second).padStart(2, "0")}.${String(nanos).padStart(9, "0")}Z ${text}`;
const text = (kept: { data: Buffer } | null) => kept?.data.toString() ?? "";

test("a log is taken up again from the second of its last line, in the node's own zone", () => {
  expect(resumeTime(batch(at(1, 5, "a"), at(2, 7, "b b")))).toBe("2026-11-23T10:00:02Z");
  expect(resumeTime(batch(at(59, 1, "a").replace("Z", "+02:00")))).toBe(
    "2026-11-23T10:00:59+02:00",
  );
  expect(resumeTime(batch("no time"))).toBeNull();
});

test("what was received in that second is dropped, what was not is kept", () => {
  const filter = createResumeFilter([batch(at(1, 1, "a"), at(1, 2, "b"))]);
  expect(text(filter.apply(batch(at(1, 1, "a"), at(1, 2, "b"), at(1, 3, "c"))))).toBe(
    `${at(1, 3, "c")}\n`,
  );
});

test("equal lines are counted: two received of three leave one", () => {
  const same = at(1, 1, "same");
  const filter = createResumeFilter([batch(same, same)]);
  expect(filter.apply(batch(same, same, same))).toEqual(batch(same));
});

test("lines whose stamps are a little out of order are neither lost nor repeated", () => {
  const filter = createResumeFilter([batch(at(1, 9, "stderr"), at(1, 5, "stdout"))]);
  const repeated = batch(at(1, 9, "stderr"), at(1, 5, "stdout"), at(1, 7, "late"), at(2, 1, "x"));
  expect(filter.apply(repeated)).toEqual(batch(at(1, 7, "late"), at(2, 1, "x")));
});

test("lines older than all that is kept were received before", () => {
  const filter = createResumeFilter([batch(at(1, 500, "kept"))]);
  expect(filter.apply(batch(at(1, 1, "gone from the ring")))).toBeNull();
});

test("only what the log will repeat is compared", () => {
  const kept = [batch(at(1, 0, "a")), batch(at(3, 0, "b")), batch(at(5, 0, "c"), at(6, 1, "d"))];
  expect(repeated(kept, "2026-11-23T10:00:06Z")).toEqual(kept.slice(1));
  expect(repeated(kept, "2026-11-23T10:00:01Z")).toEqual(kept);
  expect(repeated([], "2026-11-23T10:00:01Z")).toEqual([]);
});

test("it is done when time has moved on", () => {
  const filter = createResumeFilter([batch(at(1, 1, "a"))]);
  filter.apply(batch(at(2, 0, "b"), at(3, 0, "c")));
  expect(filter.isDone).toBe(false);
  filter.apply(batch(at(5, 0, "d")));
  expect(filter.isDone).toBe(true);
});
