import { expect, test } from "vitest";
import { secret } from "@/lib/core/secret";
import { createRedactor } from "./redactor";

const redactorOf = (...values: string[]) => {
  const redactor = createRedactor();
  for (const value of values) redactor.register(secret(value));
  return redactor;
};

test("a registered secret is gone from a line, however often it occurs", () => {
  const { redact } = redactorOf("hunter22!");
  expect(redact("-p hunter22! and hunter22!")).toBe("-p [redacted] and [redacted]");
});

test("its base64, URL-encoded and JSON spellings are gone too", () => {
  const value = 'p&ss/w"rd+1';
  const { redact } = redactorOf(value);
  const base64 = Buffer.from(value).toString("base64");
  for (const spelling of [base64, encodeURIComponent(value), JSON.stringify(value)])
    expect(redact(`x ${spelling} y`)).toMatch(/^x "?\[redacted\]"?=* y$/);
});

test("short values would blank out ordinary words, so they are not looked for", () => {
  expect(redactorOf("root").redact("root@lb")).toBe("root@lb");
});

test("a private key is recognised line by line, its header stays", () => {
  const body = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ";
  const { redact } = redactorOf(
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----\n`,
  );
  expect(redact(body)).toBe("[redacted]");
  expect(redact("-----BEGIN OPENSSH PRIVATE KEY-----")).toContain("BEGIN");
});

test("a secret that contains another is replaced whole", () => {
  expect(redactorOf("abcdef", "abcdef-longer").redact("abcdef-longer")).toBe("[redacted]");
});

test("characters with a meaning in patterns are taken literally", () => {
  expect(redactorOf("a.c*(d[1]").redact("a.c*(d[1] aXc")).toBe("[redacted] aXc");
});
