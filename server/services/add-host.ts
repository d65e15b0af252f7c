import { randomBytes } from "node:crypto";
import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import { hostName, type AddHostInput, type HostRow } from "@/lib/schemas/host";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { admitHost, type AdmittedHost } from "@/server/hosts/admit-host";
import { findHost, hostRow } from "@/server/hosts/host-row";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { sameMachine } from "@/server/hosts/same-machine";
import { sudoSecretName } from "@/server/ssh/stored-target";

type Parts = Pick<Container, "db" | "vault" | "ssh" | "bus" | "audit" | "redactor" | "clock">;

/** Takes a host into the inventory: its key confirmed, the panel's key on it, its facts read. */
export async function addHost(
  c: Parts,
  input: AddHostInput,
  by: RequestedBy,
): Promise<Result<HostRow>> {
  const taken = await takenProblem(c, input);
  if (taken !== null) return fail(taken);
  const id = randomBytes(12).toString("hex");
  const admitted = await admitHost({
    place: {
      hostId: id as HostId,
      hostName: input.name ?? input.address,
      address: input.address,
      port: input.port,
      user: input.user,
      hostKey: { type: input.hostKeyType, fingerprint: input.fingerprint },
    },
    access: input.access,
    keptSudo: null,
    panelKey: await c.ssh.panelKey(),
    redactor: c.redactor,
  });
  if (!admitted.ok) return admitted;
  const twin = await sameMachine(c.db, admitted.value.facts, id);
  if (twin !== null) return fail(twinProblem(input, twin));
  const name = await chooseName(c, input, admitted.value);
  if (!name.ok) return name;
  const stored = await store(c, { id, input, name: name.value, admitted: admitted.value });
  if (!stored.ok) return stored;
  await c.audit.record({
    ...auditOf(by),
    action: "host.add",
    object: `host:${id}`,
    detail: { name: name.value, address: input.address, fingerprint: input.fingerprint },
  });
  c.bus.emit("hosts.changed", {});
  const found = await findHost(c.db, id);
  return found.ok ? ok(hostRow(found.value)) : found;
}

interface NewHost {
  readonly id: string;
  readonly input: AddHostInput;
  readonly name: string;
  readonly admitted: AdmittedHost;
}

async function store(c: Parts, { id, input, name, admitted }: NewHost): Promise<Result<void>> {
  const { facts, sudoPassword } = admitted;
  const now = new Date(c.clock.nowMs());
  try {
    await c.db.$transaction(async (tx) => {
      await tx.host.create({
        data: {
          id,
          name,
          address: input.address,
          port: input.port,
          user: input.user,
          hostKey: input.fingerprint,
          hostKeyType: input.hostKeyType,
          hostKeyAt: now,
          sudo: sudoPassword === null ? "none" : "password",
          facts: JSON.stringify(facts),
          factsAt: now,
        },
      });
      if (sudoPassword !== null) await c.vault.put(sudoSecretName(id), sudoPassword, tx);
    });
    return ok(undefined);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody else added it while this call was connecting.
    return fail((await takenProblem(c, { ...input, name })) ?? nameTaken(name));
  }
}

async function takenProblem(
  { db }: Pick<Parts, "db">,
  input: Pick<AddHostInput, "name" | "address" | "port">,
): Promise<Problem | null> {
  const { address, port, name } = input;
  const there = await db.host.findUnique({ where: { address_port: { address, port } } });
  if (there !== null) return addressTaken(address, port, there.name);
  if (name === undefined) return null;
  return (await db.host.findUnique({ where: { name } })) === null ? null : nameTaken(name);
}

/** The person's choice, or what the host calls itself. */
async function chooseName(
  { db }: Pick<Parts, "db">,
  input: AddHostInput,
  { facts }: AdmittedHost,
): Promise<Result<string>> {
  if (input.name !== undefined) return ok(input.name);
  const own = hostName.safeParse(facts.hostname.split(".")[0]?.toLowerCase() ?? "");
  if (!own.success)
    return fail(
      nameProblem(`The host calls itself "${facts.hostname}", which cannot be its name here.`),
    );
  const other = await db.host.findUnique({ where: { name: own.data } });
  return other === null ? ok(own.data) : fail(nameTaken(own.data));
}

const nameProblem = (detail: string): Problem => ({
  code: "object.conflict",
  detail,
  remedies: ["Enter another name."],
  fields: { name: `${detail} Enter another name.` },
});

/** Also for renaming. */
export const nameTaken = (name: string): Problem =>
  nameProblem(`Another host is called ${name} already.`);

/** Also for moving. */
export const addressTaken = (address: string, port: number, name: string): Problem => ({
  code: "object.conflict",
  detail: `${address}:${port} is in the inventory already, as ${name}.`,
  remedies: [`Open ${name}.`],
  fields: { address: `This is ${name}, which is in the inventory already.` },
});

const twinProblem = (
  input: AddHostInput,
  twin: { readonly name: string; readonly address: string },
): Problem => ({
  code: "object.conflict",
  detail: `${input.address} is the same machine as ${twin.name} (${twin.address}).`,
  remedies: [
    `Change the address of ${twin.name}, if it moved.`,
    "If it is a copied VM, give it a network card (MAC address) of its own.",
  ],
  fields: { address: `This is the same machine as ${twin.name} (${twin.address}).` },
});
