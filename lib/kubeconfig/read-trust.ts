import type { Obstacle, PastedKubeconfig } from "@/lib/schemas/adopt";
import type { ConfigCluster } from "./config";
import { inFiles, unreadable, unverified } from "./obstacle";

/** What was read, or what is in the way. */
export type Read<T> = { readonly value: T } | { readonly obstacle: Obstacle };

/** Which context it is about, and what was pasted beside the file. */
export interface Place {
  readonly name: string;
  readonly parts: PastedKubeconfig["parts"];
}

/** One or more certificates as text. */
export const CERTIFICATE = /^-----BEGIN CERTIFICATE-----/m;

/** The text, or nothing where it is no base64. */
export function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return "";
  }
}

/** The authorities that may have signed the server's certificate, as PEM; "" means the public ones. */
export function readTrust(cluster: ConfigCluster, { name, parts }: Place): Read<string> {
  const data = cluster["certificate-authority-data"];
  const path = cluster["certificate-authority"];
  const pem = parts["certificate-authority"] ?? (data ? decode(data) : undefined);
  if (pem !== undefined)
    return CERTIFICATE.test(pem)
      ? { value: pem }
      : { obstacle: unreadable(name, "certificate-authority") };
  if (cluster["insecure-skip-tls-verify"] === true) return { obstacle: unverified(name) };
  return path
    ? { obstacle: inFiles(name, [{ part: "certificate-authority", path }]) }
    : { value: "" };
}
