import ssh2 from "ssh2"; // CommonJS: Node finds `utils` only on the default
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

/** The panel's ed25519 key: made once, kept sealed. `panelName` is its comment on hosts. */
export async function loadPanelKey(vault: KeyVault, panelName: string): Promise<PanelKey> {
  const stored = await vault.get(PANEL_KEY_NAME);
  const privateKey = stored ?? secret(ssh2.utils.generateKeyPairSync("ed25519").private);
  if (stored === null) await vault.put(PANEL_KEY_NAME, privateKey);
  return { privateKey, publicLine: publicLine(privateKey, panelName) };
}

function publicLine(privateKey: Secret, panelName: string): string {
  const parsed = ssh2.utils.parseKey(reveal(privateKey));
  if (parsed instanceof Error) throw new Error(`the panel's SSH key: ${parsed.message}`);
  const name = panelName.replace(/[^A-Za-z0-9.-]/g, "") || "panel";
  return `${parsed.type} ${parsed.getPublicSSH().toString("base64")} gandalf@${name}`;
}
