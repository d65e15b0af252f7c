import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JobEvent } from "@/lib/schemas/job-event";
import type { JobAnswer, JobRow } from "@/lib/schemas/job";
import { bareHosts } from "./bare-hosts";
import { hostContent, hostSnapshot } from "./host-snapshot";
import { exec, mustExec, start, stop } from "./lab";
import { type Panel, startPanel } from "./panel";
import { draftReferenceCluster, jobEnd, REFERENCE_ROLES, startJob } from "./reference-cluster";

const HOSTS = Object.keys(REFERENCE_ROLES);
const PORT = 4300;
const MINUTES = 60_000;
/** Holds port 6443 without sharing it, as HAProxy and nc would with each other. */
const SQUATTER =
  "perl -MIO::Socket::INET -e '$s = IO::Socket::INET->new(LocalPort => 6443, Listen => 5) or die; sleep'";

let panel: Panel;
beforeAll(async () => {
  await bareHosts();
  panel = await startPanel({ port: PORT });
  await panel.setUp();
}, 3 * MINUTES);
afterAll(async () => {
  await panel.remove();
  await bareHosts(); // other files expect them so
}, 2 * MINUTES);

const resume = (job: JobRow) => panel.send("POST", `/jobs/${job.id}/resume`, { skips: {} });
const failures = async (job: JobRow) => {
  const { view } = await panel.get<JobAnswer>(`/jobs/${job.id}`);
  return Object.values(view.nodes).filter((node) => node.state === "failed");
};

/** Resolves when the node has begun to change its host. */
async function changing(job: JobRow, node: string): Promise<void> {
  for (;;) {
    const now = await panel.get<JobAnswer>(`/jobs/${job.id}`);
    const state = now.view.nodes[node]?.state;
    if (state === "changing" || state === "changed") return;
    if (now.job.state !== "queued" && now.job.state !== "running")
      throw new Error(`${node} never began: job ${now.job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("creating the reference cluster while everything goes wrong", () => {
  let clusterId: string;
  let job: JobRow;
  beforeAll(async () => {
    const cluster = await draftReferenceCluster(panel);
    clusterId = cluster.id;
  }, 2 * MINUTES);
  beforeEach(() => panel.signIn());

  it(
    "fails only the steps of a database host that is off, and names it",
    async () => {
      await stop("db");
      job = await jobEnd(panel, (await startJob(panel, clusterId, { kind: "create" })).id);
      expect(job.state).toBe("failed");
      const failed = await failures(job);
      const elsewhere = failed.filter((node) => node.hostName !== "db");
      expect(elsewhere.map((node) => `${node.id}: ${JSON.stringify(node.problem)}`)).toEqual([]);
      expect(failed[0]?.problem).toMatchObject({ code: "ssh.unreachable" });
      expect(job.counts.changed).toBeGreaterThan(20);
      await start("db");
    },
    4 * MINUTES,
  );

  it(
    "is interrupted when the panel is killed in the middle",
    async () => {
      await resume(job);
      await changing(job, "master1/k3s.service");
      await panel.stop("SIGKILL");
      panel = await startPanel({ port: PORT, dataFolder: panel.dataFolder });
      await panel.signIn();
      job = await jobEnd(panel, job.id);
      expect(job.state).toBe("interrupted");
    },
    4 * MINUTES,
  );

  it(
    "tells a power cut during the start of k3s, and what holds port 6443",
    async () => {
      await mustExec("lb", `systemctl stop haproxy; systemd-run --unit=squatter ${SQUATTER}`);
      await resume(job);
      await changing(job, "master2/k3s.service");
      await stop("master2");
      job = await jobEnd(panel, job.id);
      expect(job.state).toBe("failed");
      const problems = new Map((await failures(job)).map((node) => [node.hostName, node.problem]));
      expect([...problems.keys()].toSorted()).toEqual(["lb", "master2"]);
      expect(JSON.stringify(problems.get("lb"))).toMatch(/6443|in use/);
    },
    6 * MINUTES,
  );

  it(
    "ends well once everything is back",
    async () => {
      await mustExec("lb", "systemctl stop squatter");
      await start("master2");
      await resume(job);
      job = await jobEnd(panel, job.id);
      expect((await failures(job)).map((node) => `${node.id}: ${node.problem?.detail}`)).toEqual([]);
      expect(job.state).toBe("succeeded");
    },
    6 * MINUTES,
  );

  it("keeps one dense history over all attempts", async () => {
    const { events } = await panel.get<{ events: JobEvent[] }>(`/jobs/${job.id}/events?limit=10000`);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
  });

  it("never shows a secret in its history", async () => {
    const token = await mustExec("master1", "cat /var/lib/rancher/k3s/server/token");
    const secret = token.split("::server:")[1] ?? token;
    const { events } = await panel.get<{ events: JobEvent[] }>(`/jobs/${job.id}/events?limit=10000`);
    expect(secret.length).toBeGreaterThan(10);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  it(
    "changes nothing in a second run, proved from the hosts",
    async () => {
      const before = await Promise.all(HOSTS.map(hostSnapshot));
      const again = await jobEnd(panel, (await startJob(panel, clusterId, { kind: "apply" })).id);
      expect(again).toMatchObject({ state: "succeeded", counts: { changed: 0, failed: 0 } });
      expect(await Promise.all(HOSTS.map(hostSnapshot))).toEqual(before);
    },
    2 * MINUTES,
  );

  it(
    "says which disk is full, and goes on when it is not",
    async () => {
      const before = await hostContent("worker1");
      await mustExec(
        "worker1",
        "rm -rf /var/lib/gandalf/artifacts; rm -f /usr/local/bin/k3s; mkdir -p /mnt/small; mount -t tmpfs -o size=4m full /usr/local/bin",
      );
      let apply = await startJob(panel, clusterId, { kind: "apply" });
      apply = await jobEnd(panel, apply.id);
      expect(apply.state).toBe("failed");
      expect((await failures(apply))[0]?.problem?.code).toBe("host.disk-full");
      await mustExec("worker1", "umount /usr/local/bin");
      await resume(apply);
      expect((await jobEnd(panel, apply.id)).state).toBe("succeeded");
      expect(await hostContent("worker1")).toBe(before);
    },
    5 * MINUTES,
  );

  it(
    "brings the hosts back to bare",
    async () => {
      const deleted = await startJob(panel, clusterId, { kind: "delete", confirmName: "gandalf" });
      expect((await jobEnd(panel, deleted.id)).state).toBe("succeeded");
      for (const host of HOSTS) {
        const left = await exec(
          host,
          "ls -d /etc/rancher /var/lib/rancher/k3s /usr/local/bin/k3s /etc/haproxy/haproxy.cfg /etc/systemd/system/k3s*.service 2>/dev/null; pgrep -x 'haproxy|mariadbd|k3s|containerd-shim'; grep -c gandalf /etc/hosts",
        );
        expect(`${host}: ${left.stdout.trim()}`).toBe(`${host}: 0`);
      }
    },
    5 * MINUTES,
  );
});
