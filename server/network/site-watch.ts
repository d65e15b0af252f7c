import { fail, ok, type Result } from "@/lib/core/result";
import { glanceOf } from "@/lib/network/measured-glance";
import type { SiteMeasurement } from "@/lib/schemas/site-view-row";
import type { Base, Container } from "@/server/container";
import { readSite, specOf, type StoredSite } from "@/server/services/read-site";
import { siteView } from "@/server/services/site-view";
import { liveRules } from "./live-rules";
import { measureSite } from "./measure-site";
import { tellSite } from "./tell-site";

/** How often a site whose rules are on its hosts is measured by itself, and how often the panel looks whether it is time. */
const MEASURE_EVERY_MS = 30 * 60_000;
const LOOK_EVERY_MS = 60_000;
const KEEP_MEASUREMENTS = 50;

/** Holds policies against what packets do. */
export interface SiteWatch {
  /** Measures now, or joins a measurement that is under way. */
  measure(siteId: string): Promise<Result<SiteMeasurement>>;
  /** Measures every site whose turn has come. */
  round(): Promise<void>;
}

type Parts = Base & Pick<Container, "ssh">;

/** One for the process; its rounds begin and end with the panel. */
export function createSiteWatch(parts: Parts): SiteWatch {
  const { lifecycle, log } = parts;
  const running = new Map<string, Promise<Result<SiteMeasurement>>>();
  const measure = (siteId: string) => {
    const known = running.get(siteId);
    if (known !== undefined) return known;
    const begun = measureAndKeep(parts, siteId).finally(() => running.delete(siteId));
    running.set(siteId, begun);
    return begun;
  };
  const round = async () => {
    for (const siteId of await sitesDue(parts)) await measure(siteId);
  };
  const failed = (error: unknown) => log.error({ err: error }, "measuring a site failed");
  const timer: { current: NodeJS.Timeout | undefined } = { current: undefined };
  lifecycle.onStart("sites", () => {
    timer.current = setInterval(() => void round().catch(failed), LOOK_EVERY_MS).unref();
  });
  lifecycle.onStop("sites", async () => {
    clearInterval(timer.current);
    await Promise.allSettled(running.values());
  });
  return { measure, round };
}

/** Sites with rules on their hosts that were not measured for a while; none while a job runs, which needs the ports. */
async function sitesDue({ db, clock }: Parts): Promise<readonly string[]> {
  const busy = await db.job.count({ where: { state: { in: ["queued", "running"] } } });
  if (busy > 0) return [];
  const before = new Date(clock.nowMs() - MEASURE_EVERY_MS);
  const due = await db.site.findMany({
    where: { appliedRevision: { not: null }, measurements: { none: { at: { gt: before } } } },
    select: { id: true },
  });
  return due.map(({ id }) => id);
}

async function measureAndKeep(parts: Parts, siteId: string): Promise<Result<SiteMeasurement>> {
  const stored = await readSite(parts, siteId);
  if (!stored.ok) return stored;
  const { hostIds, name } = stored.value;
  if (hostIds.length === 0) return noHosts(name);
  const booked = new AbortController();
  const stopWatching = parts.bus.on("job.booked", () => booked.abort());
  try {
    const signal = AbortSignal.any([booked.signal, parts.lifecycle.stopping]);
    const measured = await measureStored(parts, stored.value, signal);
    if (!measured.ok) return measured;
    const drifted = await driftedHosts(parts, hostIds);
    const measurement: SiteMeasurement = { ...measured.value, drifted };
    await keep(parts, siteId, measurement);
    tellSite(parts.bus, siteId);
    const { differ } = glanceOf(measurement);
    if (differ > 0 || drifted.length > 0)
      parts.log.warn({ siteId, differ, drifted }, "a site is not as its policy says");
    return ok(measurement);
  } finally {
    stopWatching();
  }
}

/** Against what the hosts were given, if they were given anything. */
async function measureStored(parts: Parts, stored: StoredSite, signal: AbortSignal) {
  const revision = stored.appliedRevision ?? stored.revision;
  const spec = await specOf(parts.db, stored.id, revision);
  return measureSite(parts, { view: await siteView(parts, stored, spec), revision, signal });
}

async function driftedHosts(parts: Parts, hostIds: readonly string[]): Promise<readonly string[]> {
  const said = await Promise.all(hostIds.map((id) => liveRules(parts, id)));
  return hostIds.filter((_, i) => {
    const live = said[i];
    return live !== undefined && "drift" in live && live.drift !== null;
  });
}

async function keep({ db }: Parts, siteId: string, measurement: SiteMeasurement): Promise<void> {
  const body = JSON.stringify(measurement);
  await db.$transaction(async (tx) => {
    if ((await tx.site.count({ where: { id: siteId } })) === 0) return;
    await tx.siteMeasurement.create({ data: { siteId, at: new Date(measurement.at), body } });
    const [oldest] = await tx.siteMeasurement.findMany({
      ...{ where: { siteId }, orderBy: { id: "desc" } },
      ...{ skip: KEEP_MEASUREMENTS, take: 1, select: { id: true } },
    });
    if (oldest !== undefined)
      await tx.siteMeasurement.deleteMany({ where: { siteId, id: { lte: oldest.id } } });
  });
}

const noHosts = (name: string): Result<never> =>
  fail({
    code: "object.conflict",
    detail: `${name} has no hosts, so there is nothing to measure.`,
    remedies: ["Add hosts to the site first."],
  });
