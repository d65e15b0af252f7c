import { readFileSync } from "node:fs";
import { secret } from "@/lib/core/secret";
import type { HostId } from "@/lib/provision/host";
import { labHosts, labKeyPath } from "@/lab/lab";
import { probeHostKey } from "../probe-host-key";
import type { Login, SshTarget } from "../target";

/** The key that every practice host accepts. */
export const labKey = (): Login => ({
  kind: "key",
  privateKey: secret(readFileSync(labKeyPath, "utf8")),
  passphrase: null,
});

/** A practice host with its key confirmed; `pi` with sudo unless told otherwise. */
export async function labTarget(
  hostName: string,
  changes: Partial<SshTarget> = {},
): Promise<SshTarget> {
  const address = labHosts()[hostName];
  if (address === undefined) throw new Error(`the lab has no host ${hostName}`);
  const probed = await probeHostKey(address, 22);
  if (!probed.ok) throw new Error(probed.problem.detail);
  return {
    hostId: hostName as HostId,
    hostName,
    address,
    port: 22,
    user: "pi",
    hostKey: probed.value,
    login: labKey(),
    sudoPassword: null,
    ...changes,
  };
}

/** The value of a result that has to be good. */
export function must<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem, null, 2));
  return result.value;
}
