import { createPrivateKey, X509Certificate } from "node:crypto";
import type { CertificateFacts } from "@/lib/schemas/adopt";

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const factsOf = (certificate: X509Certificate): CertificateFacts => ({
  subject: certificate.subject.replaceAll("\n", ", "),
  fingerprint: certificate.fingerprint256,
  endsAt: certificate.validToDate.toISOString(),
});

/** Every certificate in the text; those that cannot be read are left out. */
export function certificatesIn(pem: string): readonly CertificateFacts[] {
  return (pem.match(PEM) ?? []).flatMap((text) => {
    try {
      return [factsOf(new X509Certificate(text))];
    } catch {
      return []; // the only thing the constructor says is that it could not read it
    }
  });
}

/** Whether key and certificate are readable and belong together. */
export function keyFits(certificatePem: string, keyPem: string): boolean {
  try {
    return new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(keyPem));
  } catch {
    return false; // one of them is no certificate or no key
  }
}
