import { isSecret, REDACTED, reveal, type Secret } from "./secret";

/** Text with secrets in it, such as a configuration file with a token. */
export type Text = string | readonly (string | Secret)[];

const parts = (text: Text) => (typeof text === "string" ? [text] : text);

/** The whole text, secrets included: only for the wire to the host. */
export const revealText = (text: Text): string =>
  parts(text)
    .map((part) => (isSecret(part) ? reveal(part) : part))
    .join("");

/** The text as it may be shown: each secret replaced by "[redacted]". */
export const redactText = (text: Text): string =>
  parts(text)
    .map((part) => (isSecret(part) ? REDACTED : part))
    .join("");

/** Whether any part must not be shown. */
export const hasSecret = (text: Text): boolean => parts(text).some(isSecret);
