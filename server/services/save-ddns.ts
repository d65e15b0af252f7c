import { secret } from "@/lib/core/secret";
import { done, fail, type Result } from "@/lib/core/result";
import { PROVIDERS } from "@/lib/ddns/provider";
import type { DdnsName } from "@/lib/schemas/ddns";
import type { DdnsView, SaveDdnsInput } from "@/lib/schemas/ddns-view";
import type { Container } from "@/server/container";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { ddnsSecretName, storedDdns } from "@/server/network/ddns/stored-ddns";
import { tellSite } from "@/server/network/tell-site";
import { readSite } from "./read-site";
import { showDdns } from "./show-ddns";

type Parts = Pick<Container, "db" | "vault" | "audit" | "bus" | "ssh" | "clock">;

interface Input extends SaveDdnsInput {
  readonly siteId: string;
}

/** Stores names and secrets. Nothing changes on any host until they are set up. */
export async function saveDdns(
  c: Parts,
  { siteId, settings, secrets }: Input,
  by: RequestedBy,
): Promise<Result<DdnsView>> {
  const site = await readSite(c, siteId);
  if (!site.ok) return site;
  if (!site.value.hostIds.includes(settings.hostId))
    return wrong("settings.hostId", `Choose a host of ${site.value.name}.`);
  const given = new Map(Object.entries(secrets).map(([name, text]) => [name.toLowerCase(), text]));
  for (const entry of settings.names) {
    const fit = await checkSecret(c, siteId, { entry, text: given.get(entry.name.toLowerCase()) });
    if (!fit.ok) return fit;
  }
  const before = await storedDdns(c.db, siteId);
  const now = new Date(c.clock.nowMs()).toISOString();
  const names = settings.names.map(({ name }) => name);
  // A name that was just made at its provider counts as confirmed.
  const confirmed = Object.fromEntries(
    names.map((name) => [name, before?.confirmed[name] ?? now] as const),
  );
  await c.db.$transaction(async (tx) => {
    const data = { settings: JSON.stringify(settings), confirmed: JSON.stringify(confirmed) };
    await tx.siteDdns.upsert({ where: { siteId }, create: { siteId, ...data }, update: data });
    for (const { name } of before?.settings.names ?? [])
      if (!names.includes(name)) await c.vault.remove(ddnsSecretName(siteId, name), tx);
    for (const { name } of settings.names) {
      const text = given.get(name.toLowerCase());
      if (text !== undefined) await c.vault.put(ddnsSecretName(siteId, name), secret(text), tx);
    }
  });
  const detail = { names, hostId: settings.hostId, newSecrets: [...given.keys()] };
  await c.audit.record({ ...auditOf(by), action: "ddns.save", object: `site:${siteId}`, detail });
  tellSite(c.bus, siteId);
  return showDdns(c, siteId);
}

interface Entered {
  readonly entry: DdnsName;
  readonly text: string | undefined;
}

async function checkSecret(
  { vault }: Parts,
  siteId: string,
  { entry: { name, provider }, text }: Entered,
): Promise<Result<void>> {
  const { secret: schema, secretLabel, label } = PROVIDERS[provider];
  if (text === undefined) {
    if ((await vault.get(ddnsSecretName(siteId, name))) !== null) return done;
    return wrong(`secrets.${name}`, `Enter the ${secretLabel.toLowerCase()} of ${label}.`);
  }
  const parsed = schema.safeParse(text);
  if (parsed.success) return done;
  return wrong(`secrets.${name}`, parsed.error.issues[0]?.message ?? "Enter it again.");
}

const wrong = (field: string, detail: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail,
    remedies: ["Correct the field and save again."],
    fields: { [field]: detail },
  });
