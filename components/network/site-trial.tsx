"use client";
import type { SiteRow } from "@/lib/schemas/site-view-row";
import { TrialBanner } from "./trial-banner";
import { useTrialJob } from "./use-trial";

/** The trial of the job that holds the site now, when it has one. */
export function SiteTrial({ site }: { site: SiteRow }) {
  const view = useTrialJob(site.runningJobId).data?.view;
  if (site.runningJobId === null || view === undefined) return null;
  return <TrialBanner jobId={site.runningJobId} view={view} />;
}
