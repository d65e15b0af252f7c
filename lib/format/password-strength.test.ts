import { expect, test } from "vitest";
import { passwordStrength } from "./password-strength";

const about = { leastLength: 12, personal: ["Ada Lovelace", "ada@example.org"] };
const score = (password: string) => passwordStrength(password, about).score;

test("length is what counts", () => {
  expect([score(""), score("short one"), score("tram violet hat")]).toEqual([0, 1, 2]);
  expect(score("tram violet hat mug")).toBe(3);
  expect(score("tram violet hat mug ox")).toBe(4);
});

test.each(["aaaaaaaaaaaaaaaa", "abababababababab", "123456789012", "qwertyuiopasdfgh"])(
  "%s is repetition or a run, however long",
  (password) => {
    expect(passwordStrength(password, about)).toMatchObject({ varied: false, score: 1 });
  },
);

test("one's own name in it is told", () => {
  expect(passwordStrength("lovelace-window-9", about).impersonal).toBe(false);
  expect(passwordStrength("window-and-a-mug", about).impersonal).toBe(true);
});

test("a character outside the basic plane counts once", () => {
  expect(passwordStrength("🧙🧙🧙", about).length).toBe(3);
});
