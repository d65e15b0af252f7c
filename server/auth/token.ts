import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new bearer of trust: 256 random bits, as 43 characters that are safe in a link and a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token. A fast hash is enough: there is nothing to guess in 256 random bits. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** Compares two hashes in constant time. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
