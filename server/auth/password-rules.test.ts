import { expect, test } from "vitest";
import { whyGuessable } from "./password-rules";

const ada = { name: "Ada Lovelace", email: "countess@example.org" };

test.each([
  ["a breached password", "1qaz2wsx3edc"],
  ["a common word with decoration", "password1234"],
  ["the same in disguise", "P@ssw0rd2024!!"],
  ["two common words", "dragonmonkey"],
  ["a word said twice", "letmein!letmein!"],
  ["a keyboard row", "qwertyuiop12"],
  ["one character", "aaaaaaaaaaaa"],
  ["the panel's name", "gandalfgandalf"],
  ["the owner's name", "AdaLovelace1815"],
  ["the owner's e-mail", "countess.example"],
  ["digits in order", "123456789012345"],
])("%s is refused", (_, password) => {
  expect(whyGuessable(password, ada)).toContain("easy to guess");
});

test.each([
  "correct horse battery",
  "purple tractor vienna",
  "xK9#vQ2!mB7$",
  "mi perro come tres manzanas",
  "пароль из слов разных",
])("%s is accepted", (password) => {
  expect(whyGuessable(password, ada)).toBeNull();
});
