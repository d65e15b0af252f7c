import type { utils } from "ssh2";
import { secret, reveal, type Secret } from "@/lib/core/secret";

/** Vault entry of the panel's own private key. */
export const PANEL_KEY_NAME = "panel/ssh-key";

/** The panel's identity on every host. */
export interface PanelKey {
  readonly privateKey: Secret;
  /** A line for authorized_keys. */
  readonly publicLine: string;
}

/** Where the key is kept. */
export interface KeyVault {
  get(name: string): Promise<Secret | null>;
  put(name: string, value: Secret): Promise<void>;
}

/** What ssh2 knows about keys; it is loaded when the first host is reached. */
type Keys = typeof utils;

/** The panel's ed25519 key: made once, kept sealed. `panelName` is its comment on hosts. */
export async function loadPanelKey(vault: KeyVault, panelName: string): Promise<PanelKey> {
  const { default: ssh2 } = await import("ssh2"); // CommonJS: Node finds `utils` only on the default
  const keys = ssh2.utils;
  const stored = await vault.get(PANEL_KEY_NAME);
  if (stored !== null && isReadable(keys, stored))
    return { privateKey: stored, publicLine: publicLine(keys, stored, panelName) };
  // One that cannot be read has never been on a host: its public half could not be told.
  const privateKey = makeKey(keys);
  await vault.put(PANEL_KEY_NAME, privateKey);
  return { privateKey, publicLine: publicLine(keys, privateKey, panelName) };
}

/**
 * ssh2 drops a leading zero byte of the public half, so that one key in 256 is one it cannot read itself.
 * Source: ssh2 1.17.0, lib/keygen.js, "Remove leading zero bytes".
 */
function makeKey(keys: Keys): Secret {
  for (;;) {
    const made = secret(keys.generateKeyPairSync("ed25519").private);
    if (isReadable(keys, made)) return made;
  }
}

const isReadable = (keys: Keys, privateKey: Secret) =>
  !(keys.parseKey(reveal(privateKey)) instanceof Error);

function publicLine(keys: Keys, privateKey: Secret, panelName: string): string {
  const parsed = keys.parseKey(reveal(privateKey));
  if (parsed instanceof Error) throw new Error(`the panel's SSH key: ${parsed.message}`);
  const name = panelName.replace(/[^A-Za-z0-9.-]/g, "") || "panel";
  return `${parsed.type} ${parsed.getPublicSSH().toString("base64")} gandalf@${name}`;
}
