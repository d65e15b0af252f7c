import { expect, test } from "vitest";
import { baseMessagesFor } from "@/lib/i18n/base";
import { STATUS, statusLook } from "./status";

const states = Object.entries(STATUS).flatMap(([kind, looks]) =>
  Object.keys(looks).map((state) => ({ kind, state })),
);

test.each(states)("$kind $state has a word", ({ kind, state }) => {
  const words: Record<string, Record<string, string>> = baseMessagesFor("en").status;
  expect(words[kind]?.[state]).toMatch(/^\p{Lu}/u);
});

test("only what runs now turns, and it is never a verdict", () => {
  for (const looks of Object.values(STATUS))
    for (const look of Object.values(looks)) expect("turns" in look).toBe(look.tone === "live");
});

test("no two states of one kind share both icon and colour, unless one word replaces the other", () => {
  const { failed, problem, ...step } = STATUS.step;
  expect(failed).toEqual(problem);
  for (const looks of [step, STATUS.host, STATUS.node, STATUS.alert, STATUS.job, STATUS.pod]) {
    const seen = Object.values(looks).map((look) => `${look.icon} ${look.tone}`);
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test("a state that a newer panel wrote is shown as unknown", () => {
  expect(statusLook("job", "paused" as "queued").tone).toBe("unknown");
});
