import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClusterRow } from "@/lib/schemas/cluster";
import type { JobAnswer, JobRow } from "@/lib/schemas/job";
import type { SiteAnswer, SiteDetailAnswer } from "@/lib/schemas/site-view-row";
import { bareHosts } from "./bare-hosts";
import { mustExec } from "./lab";
import { type Panel, startPanel } from "./panel";
import { addLabHost, jobEnd, startJob } from "./reference-cluster";

/** A policy comes to the hosts of a cluster at work. What its pods need must go on, and be looked at. */
const PORT = 4320;
const MINUTES = 60_000;
const MEMBERS = { master1: "server", worker1: "agent" } as const;

let panel: Panel;
let site: SiteAnswer["site"];

async function apply(revision: number): Promise<JobAnswer> {
  const operation = { kind: "apply-site", siteId: site.id, revision, keep: "proof" };
  const path = `/sites/${site.id}/jobs`;
  const { job } = await panel.send<{ job: JobRow }>("POST", path, { operation });
  await jobEnd(panel, job.id);
  return panel.get<JobAnswer>(`/jobs/${job.id}`);
}

/** What the job said about the wire and the cluster. */
async function checks(jobId: string): Promise<readonly string[]> {
  interface Event {
    readonly type: string;
    readonly text?: string;
  }
  const { events } = await panel.get<{ events: Event[] }>(`/jobs/${jobId}/events?limit=10000`);
  return events.flatMap(({ type, text }) => (type === "trial.checked" ? [text ?? ""] : []));
}

const troubles = ({ view }: JobAnswer) =>
  Object.values(view.nodes).flatMap(({ id, problem }) =>
    problem === undefined ? [] : [`${id}: ${problem.detail} ${problem.evidence?.tail.join(" | ")}`],
  );

beforeAll(async () => {
  await bareHosts(Object.keys(MEMBERS));
  panel = await startPanel({ port: PORT });
  await panel.setUp();
  const ids = await Promise.all(Object.keys(MEMBERS).map((name) => addLabHost(panel, name)));
  const bundles = await panel.get<{ bundles: { id: string; version: string }[] }>(
    "/artifacts/bundles",
  );
  const [bundle] = bundles.bundles;
  if (bundle === undefined) throw new Error("the lab's k3s is not built");
  const { cluster } = await panel.send<{ cluster: ClusterRow }>("POST", "/clusters", {
    ...{ name: "small", topology: "single-server", k3sVersion: bundle.version },
    source: { kind: "bundle", bundleId: bundle.id },
    members: Object.values(MEMBERS).map((role, i) => ({ hostId: ids[i] ?? "", role })),
    apiAddress: "10.203.1.220",
  });
  const created = await jobEnd(panel, (await startJob(panel, cluster.id, { kind: "create" })).id);
  if (created.state !== "succeeded") throw new Error(`the cluster was not created: ${created.state}`);
  const input = { name: "Home", preset: "flat", home: "10.203.1.0/24", hostIds: ids };
  ({ site } = await panel.send<SiteAnswer>("POST", "/sites", input));
}, 10 * MINUTES);
afterAll(async () => {
  await panel.remove();
  await bareHosts();
}, 2 * MINUTES);

describe("a policy on the hosts of a cluster at work", () => {
  it("is kept when nodes, names and the API are as before", { timeout: 4 * MINUTES }, async () => {
    const job = await apply(1);
    expect(troubles(job)).toEqual([]);
    expect(job.job.state).toBe("succeeded");
    const signs = (await checks(job.job.id)).find((text) => text.includes("signs of the cluster"));
    // Two nodes; from each, and from a pod on one of them at least, the API and a name.
    expect(Number(/^(\d+) of \1 signs/.exec(signs ?? "")?.[1])).toBeGreaterThanOrEqual(8);
    await mustExec("master1", "k3s kubectl wait --for=condition=Ready node --all --timeout=60s");
  });

  it("is refused, naming what to add, when it would keep the nodes from the API", async () => {
    const before = await mustExec("worker1", "nft -s -t list table inet gandalf");
    const { spec } = await panel.get<SiteDetailAnswer>(`/sites/${site.id}`);
    const cells = spec.cells.map((cell) =>
      cell.from === "home" && cell.to === "home" ? { ...cell, services: ["ssh"] } : cell,
    );
    const body = { spec: { ...spec, cells }, baseRevision: 1 };
    await panel.send("PUT", `/sites/${site.id}/policy`, body);
    await expect(apply(2)).rejects.toMatchObject({ problem: { code: "site.blocked" } });
    expect(await mustExec("worker1", "nft -s -t list table inet gandalf")).toBe(before);
  });
});
