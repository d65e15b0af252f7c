import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";
import { analyseSite } from "@/lib/network/analysis/analyse-site";
import type { SiteView } from "@/lib/network/site-view";
import { buildApplySitePlan } from "@/lib/provision/plan/build-apply-site";
import { buildClearSitePlan } from "@/lib/provision/plan/build-clear-site";
import type { Plan } from "@/lib/provision/plan/plan";
import type { K3sArtifacts } from "@/lib/provision/roles/inventory";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { Container } from "@/server/container";
import { NOTHING_TO_PUSH } from "@/server/jobs/nothing-to-push";
import { prepareDdns } from "@/server/network/ddns/load-ddns";
import { readSite, siteGone, specOf } from "@/server/services/read-site";
import { siteView } from "@/server/services/site-view";
import { seenPanel } from "./seen-panel";

/** An operation on a site with everything it needs, ready to be previewed or run. */
export interface LoadedSite {
  readonly on: "site";
  readonly siteId: string;
  readonly siteName: string;
  readonly operation: SiteOperation;
  /** With the panel where the hosts see it now. */
  readonly view: SiteView;
  readonly artifacts: K3sArtifacts;
  readonly plan: Plan;
}

type Parts = Pick<Container, "db" | "ssh" | "clock" | "config" | "vault">;

/** Builds the plan of an operation on a site from what is stored, and from where the hosts see the panel. */
export async function prepareSite(
  operation: SiteOperation,
  parts: Parts,
): Promise<Result<LoadedSite>> {
  const { siteId } = operation;
  const stored = await readSite(parts, siteId);
  if (!stored.ok) return stored;
  const { name: siteName, hostIds } = stored.value;
  if (operation.kind === "apply-ddns" || operation.kind === "clear-ddns") {
    const view = await siteView(parts, stored.value);
    const plan = await prepareDdns(operation, siteName, parts);
    if (!plan.ok) return plan;
    const ready = { on: "site", siteId, siteName, operation, view } as const;
    return ok({ ...ready, artifacts: NOTHING_TO_PUSH, plan: plan.value });
  }
  if (hostIds.length === 0) return noHosts(siteName);
  const spec = await specFor(operation, stored.value, parts);
  if (spec === null) return siteGone();
  const view = await withPanelNow(await siteView(parts, stored.value, spec), parts);
  const at = new Date(parts.clock.nowMs());
  const isApply = operation.kind === "apply-site";
  const blocker = isApply ? firstBlocker(view, at, siteName) : null;
  if (blocker !== null) return fail(blocker);
  const trialSeconds = parts.config.rulesTrialSeconds;
  const input = { view, at, trialSeconds, keep: isApply ? operation.keep : "proof" } as const;
  return ok({
    ...{ on: "site", siteId, siteName, operation, view, artifacts: NOTHING_TO_PUSH },
    plan: isApply ? buildApplySitePlan(input) : buildClearSitePlan(input),
  });
}

/** The revision that was asked for, an earlier one perhaps; null when there is none. */
async function specFor(
  operation: Extract<SiteOperation, { kind: "apply-site" | "clear-site" }>,
  { revision, spec }: { readonly revision: number; readonly spec: SiteView["site"] },
  { db }: Parts,
) {
  if (operation.kind === "clear-site" || operation.revision === revision) return spec;
  const { siteId, revision: wanted } = operation;
  const stored = await db.siteRevision.findUnique({
    where: { siteId_revision: { siteId, revision: wanted } },
  });
  return stored === null ? null : specOf(db, siteId, wanted);
}

/** A host that does not answer now keeps what it said last; its own steps fail anyway. */
async function withPanelNow(view: SiteView, parts: Parts): Promise<SiteView> {
  const seen = await seenPanel(
    parts,
    view.hosts.map(({ id }) => id),
  );
  const now = seen.filter((address) => address !== null);
  const panel = now.length === seen.length ? now : [...now, ...view.panel];
  return { ...view, panel: [...new Set(panel)].sort() };
}

function firstBlocker(view: SiteView, at: Date, siteName: string): Problem | null {
  const blockers = analyseSite(view, at).filter(({ severity }) => severity === "blocker");
  const [first] = blockers;
  if (first === undefined) return null;
  const more = blockers.length === 1 ? "" : ` And ${blockers.length - 1} more.`;
  return {
    code: "site.blocked",
    detail: `The policy of ${siteName} cannot be applied. ${first.title}: ${first.reason}${more}`,
    remedies: blockers.map(({ remedy }) => remedy),
  };
}

const noHosts = (siteName: string): Result<never> =>
  fail({
    code: "site.blocked",
    detail: `No host is in ${siteName}, so there is nothing to bring rules to.`,
    remedies: ["Add hosts on the site's page."],
  });
