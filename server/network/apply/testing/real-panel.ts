import type { AddHostInput } from "@/lib/schemas/host";
import type { JobAnswer } from "@/lib/schemas/job";
import type { SiteOperation } from "@/lib/schemas/operation";
import type { Config } from "@/server/config";
import type { Container } from "@/server/container";
import { LAB_PASSWORD } from "@/lab/lab";
import { addHost } from "@/server/services/add-host";
import { getJob } from "@/server/services/get-job";
import { probeHosts } from "@/server/services/probe-hosts";
import { startSiteJob } from "@/server/services/start-site-job";
import { must } from "@/server/ssh/testing/lab-target";
import { systemClock } from "@/server/system-clock";
import { testContainer } from "@/server/testing/test-container";

const USER = {
  ...{ id: "u", name: "Ada", email: "ada@example.org" },
  ...{ role: "administrator" as const, permissions: [] },
};
export const BY = { user: USER, address: "192.0.2.1" };

/** A container whose clock is the machine's: timers on hosts do not wait for a test's. */
export const realPanel = (changes: Partial<Config> = {}) =>
  testContainer(changes, { ...systemClock, advance: () => undefined });

/** Takes a practice host into the inventory; answers its id. */
export async function addPracticeHost(c: Container, address: string): Promise<string> {
  const place = { address, port: 22, user: "pi" };
  const [probe] = await probeHosts([place]);
  if (probe === undefined || "problem" in probe) throw new Error(`${address} shows no key`);
  const { fingerprint, hostKeyType } = probe;
  const access: AddHostInput["access"] = { kind: "password", password: LAB_PASSWORD };
  return must(await addHost(c, { ...place, fingerprint, hostKeyType, access }, BY)).id;
}

/** Starts a job on a site; answers its id. */
export async function beginSiteJob(c: Container, operation: SiteOperation): Promise<string> {
  const { siteId } = operation;
  return must(await startSiteJob(c, { siteId, operation, skips: {}, ...BY })).id;
}

/** Waits until the job is as the test wants it. */
export async function jobWhen(
  c: Container,
  jobId: string,
  isSo: (answer: JobAnswer) => boolean,
): Promise<JobAnswer> {
  const giveUpMs = Date.now() + 240_000;
  for (;;) {
    const answer = must(await getJob(c.db, jobId));
    if (isSo(answer)) return answer;
    if (Date.now() > giveUpMs) throw new Error(`job ${jobId} is still ${answer.job.state}`);
    await systemClock.sleep(100);
  }
}

/** Waits until the job has ended, and has written it down. */
export const siteJobEnd = (c: Container, jobId: string): Promise<JobAnswer> =>
  jobWhen(c, jobId, ({ job }) => job.state !== "queued" && job.state !== "running");

/** Why a job failed, for the message of a test. */
export const troubles = ({ view }: JobAnswer): readonly string[] =>
  [
    view.problem,
    ...Object.values(view.nodes)
      .filter(({ state }) => state === "failed")
      .map(({ problem }) => problem),
  ].flatMap((problem) =>
    problem === undefined ? [] : [problem.detail, ...(problem.evidence?.tail ?? [])],
  );
