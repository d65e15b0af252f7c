import { fail, type Result } from "@/lib/core/result";
import type { SavePolicyInput } from "@/lib/schemas/site-input";
import type { SiteDetailAnswer } from "@/lib/schemas/site-view-row";
import type { Container } from "@/server/container";
import { auditOf, type RequestedBy } from "@/server/hosts/requested-by";
import { tellSite } from "@/server/network/tell-site";
import { readSite } from "./read-site";
import { showSite } from "./show-site";

/** Older revisions than these are forgotten, but never the applied one. */
const KEEP_REVISIONS = 200;

interface Input extends SavePolicyInput {
  readonly siteId: string;
}

/** Stores a policy as the next revision, if nobody else saved since `baseRevision`. Hosts stay as they are. */
export async function savePolicy(
  c: Pick<Container, "db" | "bus" | "audit" | "clock">,
  { siteId, spec, baseRevision }: Input,
  by: RequestedBy,
): Promise<Result<SiteDetailAnswer>> {
  const stored = await readSite(c, siteId);
  if (!stored.ok) return stored;
  const { name, appliedRevision } = stored.value;
  const revision = baseRevision + 1;
  const isNext = await c.db.$transaction(async (tx) => {
    const where = { id: siteId, revision: baseRevision };
    const { count } = await tx.site.updateMany({ where, data: { revision } });
    if (count === 0) return false;
    const savedBy = by.user.name;
    await tx.siteRevision.create({
      data: { siteId, revision, spec: JSON.stringify(spec), savedBy },
    });
    await tx.siteRevision.deleteMany({
      where: {
        ...{ siteId, revision: { lte: revision - KEEP_REVISIONS } },
        ...(appliedRevision === null ? {} : { NOT: { revision: appliedRevision } }),
      },
    });
    return true;
  });
  if (!isNext) return savedByOther(await lastSaver(c, siteId), name);
  const detail = { name, revision };
  await c.audit.record({ ...auditOf(by), action: "site.save", object: `site:${siteId}`, detail });
  tellSite(c.bus, siteId);
  return showSite(c, siteId);
}

async function lastSaver({ db }: Pick<Container, "db">, siteId: string): Promise<string> {
  const last = await db.siteRevision.findFirst({
    where: { siteId },
    orderBy: { revision: "desc" },
  });
  return last?.savedBy ?? "Somebody";
}

const savedByOther = (who: string, name: string): Result<never> =>
  fail({
    code: "object.conflict",
    detail: `${who} saved the policy of ${name} while you changed it.`,
    remedies: ["Reload the page, then make your changes again."],
  });
