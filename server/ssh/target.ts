import type { Secret } from "@/lib/core/secret";
import type { HostId } from "@/lib/provision/host";

/** A host key as a person confirmed it. */
export interface PinnedKey {
  /** "ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa". */
  readonly type: string;
  /** "SHA256:…", as ssh-keygen -l prints it. */
  readonly fingerprint: string;
}

/** How to log in. Nothing else is tried: no agent, no other key. */
export type Login =
  | { readonly kind: "password"; readonly password: Secret }
  | { readonly kind: "key"; readonly privateKey: Secret; readonly passphrase: Secret | null };

/** Where a host is and what is needed to become root on it. */
export interface SshTarget {
  readonly hostId: HostId;
  /** For sentences: "master1". */
  readonly hostName: string;
  readonly address: string;
  readonly port: number;
  readonly user: string;
  /** null = nobody has confirmed it yet: connecting is refused. */
  readonly hostKey: PinnedKey | null;
  readonly login: Login;
  /** Sent only when sudo asks for it. */
  readonly sudoPassword: Secret | null;
}
