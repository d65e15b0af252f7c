import type { Secret } from "@/lib/core/secret";
import { fail, ok, type Result } from "@/lib/core/result";
import type { HostId } from "@/lib/provision/host";
import { buildDdnsPlan } from "@/lib/provision/plan/build-ddns";
import type { Plan } from "@/lib/provision/plan/plan";
import { ddclientConfig } from "@/lib/render/ddclient/config";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { Container } from "@/server/container";
import { ddnsSecretName, storedDdns, type StoredDdns } from "./stored-ddns";

type Parts = Pick<Container, "db" | "vault">;

/** The plan that has a host keep the site's names, or nobody any more. */
export async function prepareDdns(
  { kind, siteId }: SiteOperation,
  siteName: string,
  parts: Parts,
): Promise<Result<Plan>> {
  const stored = await storedDdns(parts.db, siteId);
  if (stored === null) return noNames(siteName);
  const { settings, appliedHostId } = stored;
  const [keeper, former] = await Promise.all([
    kind === "apply-ddns" ? hostOf(parts, settings.hostId) : null,
    appliedHostId === null ? null : hostOf(parts, appliedHostId),
  ]);
  if (kind === "clear-ddns") return ok(buildDdnsPlan({ keeper: null, before: former }));
  if (keeper === null) return hostGone();
  const config = await configOf(siteId, stored, parts);
  if (!config.ok) return config;
  const before = former?.id === keeper.id ? null : former;
  return ok(buildDdnsPlan({ keeper: { ...keeper, config: config.value }, before }));
}

/** Null: the host was removed from the panel, and whatever it had is no longer ours to take off. */
async function hostOf({ db }: Parts, id: string) {
  const host = await db.host.findUnique({ where: { id } });
  return host === null ? null : { id: host.id as HostId, name: host.name };
}

async function configOf(siteId: string, { settings }: StoredDdns, { vault }: Parts) {
  const secrets: Secret[] = [];
  for (const { name } of settings.names) {
    const secret = await vault.get(ddnsSecretName(siteId, name));
    if (secret === null) return noSecret(name);
    secrets.push(secret);
  }
  return ok(ddclientConfig({ settings, secrets }));
}

const noNames = (siteName: string): Result<never> =>
  fail({
    code: "site.blocked",
    detail: `No name is to follow the address of ${siteName}.`,
    remedies: ["Add a name on the site's page, under Dynamic DNS."],
  });

const hostGone = (): Result<never> =>
  fail({
    code: "object.not-found",
    detail: "The host that was to keep the names was removed from the panel.",
    remedies: ["Choose another host under Dynamic DNS."],
  });

const noSecret = (name: string): Result<never> =>
  fail({
    code: "input.invalid",
    detail: `The password or token of ${name} is not stored.`,
    remedies: [`Enter it for ${name} under Dynamic DNS.`],
    fields: { [`secrets.${name}`]: "Enter the password or token." },
  });
