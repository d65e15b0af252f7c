import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobAnswer, JobRow } from "@/lib/schemas/job";
import type { SiteAnswer, SiteDetailAnswer } from "@/lib/schemas/site-view-row";
import { addHostIn, addNetwork, LAB_PASSWORD, mustExec, removeHost } from "./lab";
import { type Panel, startPanel } from "./panel";
import { jobEnd } from "./reference-cluster";

/** New rules are on trial on two hosts when the panel is killed; another panel over the same data finds them. */
const PORT = 4310;
const HOSTS = { k1: "10.203.8.11", k2: "10.203.8.12" } as const;
const NAMES = Object.keys(HOSTS) as (keyof typeof HOSTS)[];
const TRIAL_SECONDS = 30;
const MINUTES = 60_000;

let panel: Panel;
let dataFolder: string | undefined;
let site: SiteAnswer["site"];
let before: readonly string[];
let job: JobRow;

const launch = async () =>
  startPanel({
    port: PORT,
    ...(dataFolder === undefined ? {} : { dataFolder }),
    env: { GANDALF_RULES_TRIAL: String(TRIAL_SECONDS) },
  });
const rules = () => Promise.all(NAMES.map((name) => mustExec(name, "nft -s -t list ruleset")));
const notes = () => Promise.all(NAMES.map((name) => mustExec(name, "ls /run/gandalf/firewall")));

async function add(name: keyof typeof HOSTS): Promise<string> {
  const target = { address: HOSTS[name], port: 22, user: "pi" };
  interface Probe {
    readonly fingerprint: string;
    readonly hostKeyType: string;
  }
  const { probes } = await panel.send<{ probes: Probe[] }>("POST", "/hosts/probe", {
    targets: [target],
  });
  const [probe] = probes;
  if (probe === undefined) throw new Error(`no probe of ${name}`);
  const access = { kind: "password", password: LAB_PASSWORD };
  const { fingerprint, hostKeyType } = probe;
  const body = { ...target, fingerprint, hostKeyType, access };
  return (await panel.send<{ host: { id: string } }>("POST", "/hosts", body)).host.id;
}

async function begin(revision: number, keep: "proof" | "person"): Promise<JobRow> {
  const operation = { kind: "apply-site", siteId: site.id, revision, keep };
  const path = `/sites/${site.id}/jobs`;
  return (await panel.send<{ job: JobRow }>("POST", path, { operation })).job;
}

/** Resolves when everything is proved and the job waits for somebody's word. */
async function asked(): Promise<void> {
  for (;;) {
    const { view, job: now } = await panel.get<JobAnswer>(`/jobs/${job.id}`);
    if (view.trial?.asked === true) return;
    if (now.state !== "queued" && now.state !== "running") throw new Error(`job ${now.state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  await addNetwork("k-wire", "10.203.8.0/24");
  await Promise.all(NAMES.map((name) => addHostIn(name, `k-wire=${HOSTS[name]}`, "gw=none")));
  panel = await launch();
  ({ dataFolder } = panel);
  await panel.setUp();
  const hostIds = [await add("k1"), await add("k2")];
  const input = { name: "Home", preset: "flat", home: "10.203.8.0/24", hostIds };
  ({ site } = await panel.send<SiteAnswer>("POST", "/sites", input));
}, 3 * MINUTES);
afterAll(async () => {
  await panel.remove();
  await removeHost(...NAMES);
});

describe("a panel that is killed while rules are on trial", () => {
  it("has brought the first policy to the hosts", { timeout: 3 * MINUTES }, async () => {
    expect((await jobEnd(panel, (await begin(1, "proof")).id)).state).toBe("succeeded");
    before = await rules();
  });

  it("leaves hosts that take the old rules again by themselves", { timeout: 3 * MINUTES }, async () => {
    const { spec } = await panel.get<SiteDetailAnswer>(`/sites/${site.id}`);
    const cells = spec.cells.map((cell) =>
      cell.from === "home" && cell.to === "home" ? { ...cell, services: ["ssh"] } : cell,
    );
    const body = { spec: { ...spec, cells }, baseRevision: 1 };
    await panel.send("PUT", `/sites/${site.id}/policy`, body);
    job = await begin(2, "person");
    await asked();
    expect(await rules()).not.toEqual(before);
    await panel.stop("SIGKILL");
    const deadlineMs = Date.now() + (TRIAL_SECONDS + 10) * 1000;
    while ((await notes()).some((names) => /^trial$/m.test(names)))
      if (Date.now() > deadlineMs) throw new Error("still on trial");
    expect(await rules()).toEqual(before);
  });

  it("says so when it is back, and Resume tries once more", { timeout: 3 * MINUTES }, async () => {
    panel = await launch();
    await panel.signIn();
    job = await jobEnd(panel, job.id);
    expect(job.state).toBe("interrupted");
    await panel.send("POST", `/jobs/${job.id}/resume`, { skips: {} });
    await asked();
    await panel.send("POST", `/jobs/${job.id}/keep-rules`, { keep: true });
    expect((await jobEnd(panel, job.id)).state).toBe("succeeded");
    expect(await rules()).not.toEqual(before);
    const found = await panel.get<SiteDetailAnswer>(`/sites/${site.id}`);
    expect(found.site.appliedRevision).toBe(2);
  });
});
