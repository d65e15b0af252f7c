import type { Result } from "@/lib/core/result";
import { siteOperationTitle } from "@/lib/provision/plan/operation-title";
import type { JobRow } from "@/lib/schemas/job";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { SessionUser } from "@/lib/schemas/session";
import type { Container } from "@/server/container";
import { prepareSite } from "@/server/network/apply/load-site";
import { tellSite } from "@/server/network/tell-site";
import { bookAndStart, siteBusyKey } from "./start-job";

interface StartInput {
  readonly siteId: string;
  readonly operation: SiteOperation;
  /** Node id → reason. */
  readonly skips: Readonly<Record<string, string>>;
  readonly user: SessionUser;
  readonly address: string;
}

/** Checks that the policy can be applied, books the site and its hosts, and starts. */
export async function startSiteJob(c: Container, input: StartInput): Promise<Result<JobRow>> {
  const { siteId } = input;
  const operation = { ...input.operation, siteId };
  const prepared = await prepareSite(operation, c);
  if (!prepared.ok) return prepared;
  const job = await bookAndStart(c, {
    ...input,
    ...{ clusterId: null, siteId, operation },
    title: siteOperationTitle(operation, prepared.value.siteName),
    busyKey: siteBusyKey(siteId),
    object: `site:${siteId}`,
  });
  if (job.ok) tellSite(c.bus, siteId);
  return job;
}
