import { fail, ok, type Result } from "@/lib/core/result";
import { dmzSite, flatSite } from "@/lib/network/presets";
import { type SiteSpecInput, siteSpec } from "@/lib/schemas/site";
import type { CreateSiteInput } from "@/lib/schemas/site-input";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { isUniqueViolation } from "@/server/db/unique-violation";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { parseInput } from "@/server/http/parse-input";
import { tellSite } from "@/server/network/tell-site";
import { checkSiteHosts } from "./check-site-hosts";
import { readSiteRow } from "./site-row";

type Parts = Pick<Container, "db" | "bus" | "audit">;

/** Stores a site and the first revision of its policy. Nothing is touched on any host. */
export async function createSite(
  c: Parts,
  input: CreateSiteInput,
  by: RequestedBy,
): Promise<Result<SiteRow>> {
  const spec = await parseInput(siteSpec, presetOf(input));
  if (!spec.ok) return spec;
  const hosts = await checkSiteHosts(c.db, input.hostIds, null);
  if (!hosts.ok) return hosts;
  const id = await store(c, input, { spec: JSON.stringify(spec.value), savedBy: by.user.name });
  if (id === null) return siteNameTaken(input.name);
  const { name, preset } = input;
  const detail = { name, preset, hosts: hosts.value };
  await c.audit.record({ ...auditOf(by), action: "site.create", object: `site:${id}`, detail });
  tellSite(c.bus, id);
  const row = await readSiteRow(c, id);
  return row.ok ? ok(row.value) : row;
}

function presetOf(input: CreateSiteInput): SiteSpecInput {
  if (input.preset === "flat") return flatSite(input);
  if (input.preset === "dmz") return dmzSite(input);
  return { zones: [{ name: "wan", kind: "internet" }] };
}

async function store(
  { db }: Parts,
  { name, hostIds }: CreateSiteInput,
  first: { readonly spec: string; readonly savedBy: string },
): Promise<string | null> {
  try {
    const { id } = await db.site.create({
      data: {
        name,
        revisions: { create: { revision: 1, ...first } },
        hosts: { create: hostIds.map((hostId) => ({ hostId })) },
      },
    });
    return id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Shared with renaming. */
export const siteNameTaken = (name: string): Result<never> =>
  fail({
    code: "object.conflict",
    detail: `A site named ${name} exists already.`,
    remedies: ["Choose another name."],
    fields: { name: `A site named ${name} exists already. Choose another name.` },
  });
