import { fail, ok, type Result } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import type { AcceptHostKeyInput, HostRow } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { admitHost, type AdmittedHost } from "@/server/hosts/admit-host";
import { findHost, hostRow, type StoredHost } from "@/server/hosts/host-row";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { changedKeyProblem } from "@/server/ssh/connect-problem";
import { probeHostKey } from "@/server/ssh/probe-host-key";
import { sudoSecretName } from "@/server/ssh/stored-target";
import type { PinnedKey } from "@/server/ssh/target";

type Parts = Pick<Container, "db" | "vault" | "ssh" | "bus" | "audit" | "redactor" | "clock">;

interface Acceptance {
  readonly id: string;
  readonly input: AcceptHostKeyInput;
}

/** After "was it re-imaged?": pins the key the person confirmed, and lets the panel in again. */
export async function acceptHostKey(
  c: Parts,
  { id, input }: Acceptance,
  by: RequestedBy,
): Promise<Result<HostRow>> {
  const known = await findHost(c.db, id);
  if (!known.ok) return known;
  const shown = await shownKey(known.value, input.fingerprint);
  if (!shown.ok) return shown;
  await c.ssh.forget(id); // its connection belongs to the machine of before
  const { name, address, port, user, hostKey } = known.value;
  const admitted = await admitHost({
    place: { hostId: id as HostId, hostName: name, address, port, user, hostKey: shown.value },
    access: input.access ?? null,
    keptSudo: await c.vault.get(sudoSecretName(id)),
    panelKey: await c.ssh.panelKey(),
    redactor: c.redactor,
  });
  if (!admitted.ok) return admitted;
  await store(c, id, { key: shown.value, admitted: admitted.value });
  await c.audit.record({
    ...auditOf(by),
    action: "host.accept-key",
    object: `host:${id}`,
    detail: { name, before: hostKey, after: shown.value.fingerprint },
  });
  c.bus.emit("hosts.changed", {});
  const stored = await findHost(c.db, id);
  return stored.ok ? ok(hostRow(stored.value)) : stored;
}

/** The key must still be the one that was confirmed: it may have changed again since. */
async function shownKey(host: StoredHost, fingerprint: string): Promise<Result<PinnedKey>> {
  const probed = await probeHostKey(host.address, host.port);
  if (!probed.ok) return probed;
  if (probed.value.fingerprint === fingerprint) return probed;
  const at = { hostName: host.name, address: host.address, port: host.port };
  const problem = changedKeyProblem(at, { type: probed.value.type, fingerprint }, probed.value);
  return fail({ ...problem, fields: { fingerprint: problem.detail } });
}

interface Accepted {
  readonly key: PinnedKey;
  readonly admitted: AdmittedHost;
}

async function store(c: Parts, id: string, { key, admitted }: Accepted): Promise<void> {
  const now = new Date(c.clock.nowMs());
  const { sudoPassword } = admitted;
  await c.db.$transaction(async (tx) => {
    await tx.host.update({
      where: { id },
      data: {
        hostKey: key.fingerprint,
        hostKeyType: key.type,
        hostKeyAt: now,
        sudo: sudoPassword === null ? "none" : "password",
        facts: JSON.stringify(admitted.facts),
        factsAt: now,
        problem: null,
      },
    });
    if (sudoPassword === null) await c.vault.remove(sudoSecretName(id), tx);
    else await c.vault.put(sudoSecretName(id), sudoPassword, tx);
  });
}
