import { COMMON_PASSWORDS, COMMON_STEMS } from "./common-passwords";

/** Whose password it is to be: nobody's own name protects anything. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** Rows of a keyboard, and its columns as people draw them. */
const WALKS = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb6yhn",
  "qazwsxedcrfvtgbyhn",
  "1q2w3e4r5t6y7u8i9o0p",
  "azerty",
  "qwertz",
];
const BOTH_WAYS = WALKS.flatMap((walk) => [walk, [...walk].reverse().join("")]);

const LEET: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/** What one guessable piece adds to the effort of a guesser, against 1 for a free character. */
const WORD_WEIGHT = 2;
const RUN_WEIGHT = 1;
/** Below this a password of any length is found in the first minutes of an offline search. */
const MIN_WEIGHT = 6;
/** A longer password cannot be that weak, unless it repeats itself, which is undone first. */
const MAX_LOOKED_AT = 64;

/** "abcabcabc2024" is no better than "abc2024". */
const unrepeated = (text: string): string => text.replace(/(.{3,}?)\1+/g, "$1");

const isRun = (text: string): boolean =>
  /^(.)\1+$/.test(text) || // aaa
  /^(1[89]|20)\d\d$/.test(text) || // a year
  BOTH_WAYS.some((walk) => walk.includes(text));

function pieceWeight(piece: string, personal: ReadonlySet<string>): number {
  if (piece.length >= 3 && isRun(piece)) return RUN_WEIGHT;
  const spellings = [piece, piece.replace(/./g, (letter) => LEET[letter] ?? letter)];
  if (spellings.some((word) => COMMON_STEMS.has(word) || personal.has(word))) return WORD_WEIGHT;
  return piece.length; // every character is a guess of its own
}

/** The cheapest way to put the text together from guessable pieces and free characters. */
function weight(text: string, personal: ReadonlySet<string>): number {
  const best = [0];
  for (let end = 1; end <= text.length; end += 1) {
    const options = best.map(
      (soFar, start) => soFar + pieceWeight(text.slice(start, end), personal),
    );
    best.push(Math.min(...options));
  }
  return best[text.length] ?? 0;
}

/**
 * Why a password of allowed length is too easy to guess, or null. Knows breached passwords, common
 * words with decoration ("P@ssw0rd2024!"), keyboard walks, repeats, and the owner's own words.
 * Source: NIST SP 800-63B section 5.1.1.2; OWASP ASVS 5.0, 6.2.4, 6.2.11.
 */
export function whyGuessable(password: string, { name, email }: PasswordOwner): string | null {
  const text = unrepeated(password.toLowerCase()).slice(0, MAX_LOOKED_AT);
  const own = `${name} ${email}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const personal = new Set(["gandalf", ...own.filter((word) => word.length >= 3)]);
  const common = COMMON_PASSWORDS.has(password.toLowerCase());
  if (!common && weight(text, personal) >= MIN_WEIGHT) return null;
  return "This one is easy to guess: it is made of common words, keyboard rows or your own name. Use a few unrelated words.";
}
