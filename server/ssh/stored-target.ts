import { fail, ok, type Result } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import type { Database } from "@/server/db/client";
import type { Vault } from "@/server/secrets/vault";
import type { PanelKey } from "./panel-key";
import type { SshTarget } from "./target";

/** Vault entry of a host's sudo password; there only when sudo asks for one. */
export const sudoSecretName = (hostId: string): string => `host:${hostId}/sudo`;

interface Parts {
  readonly db: Database;
  readonly vault: Vault;
  readonly panelKey: () => Promise<PanelKey>;
}

/** How to reach a host of the inventory: with the panel's own key. */
export async function storedTarget(
  { db, vault, panelKey }: Parts,
  hostId: string,
): Promise<Result<SshTarget>> {
  const row = await db.host.findUnique({ where: { id: hostId } });
  if (row === null)
    return fail({
      code: "object.not-found",
      detail: "This host is not in the inventory any more.",
      remedies: ["Go back to the list of hosts."],
    });
  const { privateKey } = await panelKey();
  return ok({
    hostId: hostId as HostId,
    hostName: row.name,
    address: row.address,
    port: row.port,
    user: row.user,
    hostKey:
      row.hostKey === null || row.hostKeyType === null
        ? null
        : { type: row.hostKeyType, fingerprint: row.hostKey },
    login: { kind: "key", privateKey, passphrase: null },
    sudoPassword: row.sudo === "password" ? await vault.get(sudoSecretName(hostId)) : null,
  });
}
