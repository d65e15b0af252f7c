import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { objectIdentifier } from "./der";
import { selfSigned } from "./self-signed";

const from = new Date("2026-11-23T10:00:00Z");
const until = new Date("2036-11-23T10:00:00Z");

test("the certificate names its host, its time, and was signed by its own key", () => {
  const { keyPem, certificatePem } = selfSigned({ name: "gandalf-panel", from, until });
  const certificate = new X509Certificate(certificatePem);
  expect(certificate.subject).toBe("CN=gandalf-panel");
  expect(certificate.subjectAltName).toBe("DNS:gandalf-panel");
  expect(certificate.ca).toBe(true);
  expect(new Date(certificate.validFrom)).toEqual(from);
  expect(new Date(certificate.validTo)).toEqual(until);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkHost("gandalf-panel")).toBe("gandalf-panel");
  expect(certificate.toLegacyObject().ext_key_usage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  expect(keyPem).toContain("BEGIN PRIVATE KEY");
});

test("a hundred of them are read and verified by OpenSSL", () => {
  for (let n = 0; n < 100; n += 1) {
    const { certificatePem } = selfSigned({ name: `panel-${n}`, from, until });
    const certificate = new X509Certificate(certificatePem);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  }
});

test("object identifiers are base 128, the first two numbers in one byte", () => {
  // Source: X.690 section 8.19.5's own example is {2 999 3}; RSA's arc is the well-known one.
  expect(objectIdentifier("1.2.840.113549").toString("hex")).toBe("06062a864886f70d");
});
