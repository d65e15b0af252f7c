/** What a password hint shows while somebody types. */
export interface PasswordStrength {
  /** 0 (too short) to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly length: number;
  readonly longEnough: boolean;
  /** Not made of repeats ("aaaa", "abab") and runs ("1234", "qwer"). */
  readonly varied: boolean;
  /** Does not hold the person's own name or e-mail. */
  readonly impersonal: boolean;
}

const RUNS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const RUN_LENGTH = 4;
/** Distinct characters of a password that is not mere repetition. */
const LEAST_DISTINCT = 6;

/** A hint only: length is what counts, and whether it is a leaked one is decided on the server. */
export function passwordStrength(
  password: string,
  about: { readonly leastLength: number; readonly personal: readonly string[] },
): PasswordStrength {
  const length = [...password].length;
  const longEnough = length >= about.leastLength;
  const varied = isVaried(password);
  const impersonal = !holdsAny(password, about.personal);
  const full = longEnough && varied && impersonal;
  return {
    score: score({ length, least: about.leastLength, full }),
    length,
    longEnough,
    varied,
    impersonal,
  };
}

function score(of: { length: number; least: number; full: boolean }): PasswordStrength["score"] {
  if (of.length === 0) return 0;
  if (!of.full) return 1;
  if (of.length >= of.least + 8) return 4;
  return of.length >= of.least + 4 ? 3 : 2;
}

function isVaried(password: string): boolean {
  const low = password.toLowerCase();
  if (password === "") return false;
  const distinct = new Set(low).size;
  return distinct >= Math.min(LEAST_DISTINCT, low.length) && !isMostlyRuns(low);
}

/** Whether keyboard and alphabet runs, forwards or backwards, make up at least half of it. */
function isMostlyRuns(low: string): boolean {
  const rows = RUNS.flatMap((run) => [run, [...run].reverse().join("")]);
  let inRuns = 0;
  for (let at = 0; at + RUN_LENGTH <= low.length;) {
    const isRun = rows.some((row) => row.includes(low.slice(at, at + RUN_LENGTH)));
    inRuns += isRun ? RUN_LENGTH : 0;
    at += isRun ? RUN_LENGTH : 1;
  }
  return inRuns * 2 >= low.length;
}

function holdsAny(password: string, personal: readonly string[]): boolean {
  const low = password.toLowerCase();
  return personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .some((word) => word.length >= RUN_LENGTH && low.includes(word));
}
