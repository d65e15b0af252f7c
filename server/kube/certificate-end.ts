import { X509Certificate } from "node:crypto";

/** When a certificate (PEM) ends; null when it is none. */
export function certificateEndOf(pem: string): Date | null {
  try {
    return new X509Certificate(pem).validToDate;
  } catch {
    return null; // the only thing the constructor says is that it could not read it
  }
}
