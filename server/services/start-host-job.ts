import type { Result } from "@/lib/core/result";
import { operationTitle } from "@/lib/provision/plan/operation-title";
import type { JobRow } from "@/lib/schemas/job";
import type { HostOperation } from "@/lib/schemas/operation";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { prepareHosts } from "@/server/jobs/load-hosts";
import { findHost, isMember } from "@/server/hosts/host-row";
import { aboutHost } from "./about-host";
import { noteBoots } from "./note-boots";
import { bookAndStart, busyKey, hostBusyKey } from "./start-job";

interface StartInput {
  readonly hostId: string;
  readonly operation: HostOperation;
  /** Node id → reason. */
  readonly skips: Readonly<Record<string, string>>;
  readonly user: SessionUser;
  readonly address: string;
}

/** Checks that the operation can be planned, books the host (or the cluster that holds it), and starts. */
export async function startHostJob(c: Container, input: StartInput): Promise<Result<JobRow>> {
  const host = await findHost(c.db, input.hostId);
  if (!host.ok) return host;
  const asked = aboutHost(input.hostId, input.operation);
  if (!asked.ok) return asked;
  const noted = await noteBoots(c, asked.value);
  if (!noted.ok) return noted;
  const operation = noted.value;
  const prepared = await prepareHosts(operation, c);
  if (!prepared.ok) return prepared;
  const clusterId = isMember(host.value) ? (host.value.members[0]?.clusterId ?? null) : null;
  return bookAndStart(c, {
    ...input,
    ...{ clusterId, operation },
    title: operationTitle(operation, null, prepared.value.hosts[0]?.name ?? ""),
    busyKey: clusterId === null ? hostBusyKey(input.hostId) : busyKey(clusterId),
    object: `host:${input.hostId}`,
  });
}
