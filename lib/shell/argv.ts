import { isSecret, REDACTED, reveal, type Secret } from "@/lib/core/secret";

export type Token = string | number | Secret;
/** A command as data. It becomes a string in exactly one place: `toShell`. */
export type Argv = readonly [program: string, ...args: Token[]];

const SAFE = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** POSIX single-quote quoting. Source: POSIX.1-2017 XCU 2.2.2. */
export function quote(text: string): string {
  return SAFE.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The command line for the host's shell, secrets included. */
export const toShell = (argv: Argv): string =>
  argv.map((t) => quote(isSecret(t) ? reveal(t) : String(t))).join(" ");

/** The same for people: secrets are redacted. */
export const toLog = (argv: Argv): string =>
  argv.map((t) => (isSecret(t) ? REDACTED : quote(String(t)))).join(" ");

/**
 * A fixed shell script with its values as positional parameters, so that no value is ever part of
 * the program text: `script('cat "$1"', path)`.
 */
export const script = (text: string, ...args: Token[]): Argv => ["sh", "-c", text, "sh", ...args];
