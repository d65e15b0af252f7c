import { done, type Result } from "@/lib/core/result";
import type { HostOperation } from "@/lib/schemas/operation";
import type { Container } from "@/server/container";
import { checkHost } from "@/server/services/check-host";
import { TRIAL_PENDING } from "@/lib/render/trial/paths";
import type { LoadedHosts } from "./load-hosts";
import type { HostPlace } from "@/lib/provision/host";

type Parts = Pick<Container, "db" | "bus" | "ssh" | "clock">;

const ASK_TIMEOUT_MS = 15_000;

/**
 * A panel that was killed between "keep it" on the host and its own note looks for the host where it has gone: at the
 * new place, with the pinned key, and only where nothing is on trial any more.
 */
export async function beforeHostsJob({ operation }: LoadedHosts, { ssh }: Parts): Promise<void> {
  const places = placesOf(operation);
  const [hostId] = operation.hostIds;
  if (hostId === undefined || places.length === 0) return;
  const borrowed = await ssh.borrow(hostId);
  if (!borrowed.ok) return;
  const { host, release } = borrowed.value;
  try {
    const known = await host.ask([["true"]], { timeoutMs: ASK_TIMEOUT_MS });
    if (known.ok || known.problem.code === "ssh.host-key-changed") return;
    const isKept = ["test", "!", "-e", TRIAL_PENDING] as const;
    for (const place of places) {
      const found = await host.keepAt(place, isKept, { timeoutMs: ASK_TIMEOUT_MS });
      if (found.ok && found.value.exitCode === 0) return await ssh.moved(hostId, place);
    }
  } finally {
    release();
  }
}

/** Where an operation may have moved its host to; one setting may be kept and the next not. */
function placesOf(operation: HostOperation): readonly HostPlace[] {
  if (operation.kind !== "prepare-host") return [];
  const { ssh, address } = operation.settings;
  const own = address?.address.split("/")[0];
  const port = ssh?.port === undefined ? {} : { port: ssh.port };
  const at = own === undefined ? {} : { address: own };
  return [{ ...port, ...at }, port, at].filter((place) => Object.keys(place).length > 0);
}

/** Notes the new name, and reads what the hosts are now. */
export async function afterHostsJob(
  { operation }: LoadedHosts,
  parts: Parts,
): Promise<Result<void>> {
  const [hostId] = operation.hostIds;
  const name = operation.kind === "prepare-host" ? operation.settings.hostName : undefined;
  if (hostId !== undefined && name !== undefined)
    await parts.db.host.update({ where: { id: hostId }, data: { name } });
  await Promise.all(operation.hostIds.map((id) => checkHost(parts, id)));
  return done;
}
