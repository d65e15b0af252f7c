import { createHash } from "node:crypto";
import type { PinnedKey } from "./target";

/** Type and SHA256 fingerprint of a public key in wire form. Source: RFC 4253 section 6.6. */
export function describeHostKey(blob: Buffer): PinnedKey {
  const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
  const digest = createHash("sha256").update(blob).digest("base64");
  return {
    type: blob.subarray(4, 4 + typeLength).toString("latin1"),
    fingerprint: `SHA256:${digest.replace(/=+$/, "")}`,
  };
}

/** Signature algorithms per key type, strongest first. Source: RFC 8332 for the RSA ones. */
const ALGORITHMS = {
  "ssh-ed25519": ["ssh-ed25519"],
  "ecdsa-sha2-nistp256": ["ecdsa-sha2-nistp256"],
  "ecdsa-sha2-nistp384": ["ecdsa-sha2-nistp384"],
  "ecdsa-sha2-nistp521": ["ecdsa-sha2-nistp521"],
  "ssh-rsa": ["rsa-sha2-512", "rsa-sha2-256"],
} as const;

export type HostKeyAlgorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS][number];

/**
 * The order in which host key algorithms are offered. The server takes the first it has, so the pinned
 * type comes first: a host with several keys always shows the one that was confirmed.
 */
export function hostKeyAlgorithms(pinnedType: string | null): HostKeyAlgorithm[] {
  const pinned = Object.entries(ALGORITHMS).find(([type]) => type === pinnedType)?.[1] ?? [];
  const all = Object.values(ALGORITHMS).flat();
  return [...new Set<HostKeyAlgorithm>([...pinned, ...all])];
}
