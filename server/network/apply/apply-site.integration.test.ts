import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exec, mustExec, start, stop } from "@/lab/lab";
import { dmzSite } from "@/lib/network/presets";
import type { JobAnswer } from "@/lib/schemas/job";
import { siteSpec } from "@/lib/schemas/site";
import type { Container } from "@/server/container";
import { createSite } from "@/server/services/create-site";
import { keepRules } from "@/server/services/keep-rules";
import { previewSiteOperation } from "@/server/services/preview-operation";
import { savePolicy } from "@/server/services/save-policy";
import { must } from "@/server/ssh/testing/lab-target";
import type { TestContainer } from "@/server/testing/test-container";
import { PRACTICE, raisePracticeSite, razePracticeSite } from "./testing/practice-site";
import {
  addPracticeHost,
  beginSiteJob,
  BY,
  jobWhen,
  realPanel,
  siteJobEnd,
  troubles,
} from "./testing/real-panel";

/** The site's hosts, where the panel reaches them. "s-outside" is none of them. */
const HOSTS = {
  "s-fw1": "192.168.30.1",
  "s-fw2": "192.168.10.1",
  "s-lb": "192.168.30.210",
  "s-db": "192.168.30.200",
  "s-pc": "192.168.10.10",
} as const;
const NAMES = Object.keys(HOSTS) as (keyof typeof HOSTS)[];
const [LB, DB, PC] = [HOSTS["s-lb"], HOSTS["s-db"], HOSTS["s-pc"]];
const [PUBLIC, OUTSIDE] = ["198.18.5.1", "198.18.5.10"];

let panel: TestContainer;
let c: Container;
let siteId: string;
let revision = 1;
const ids: Record<string, string> = {};

beforeAll(async () => {
  await raisePracticeSite();
  panel = await realPanel({ rulesTrialSeconds: 60 });
  c = panel.container;
  for (const name of NAMES) ids[name] = await addPracticeHost(c, HOSTS[name]);
  await addPracticeHost(c, OUTSIDE);
  const input = {
    ...{ name: "Practice", preset: "dmz" as const, hostIds: NAMES.map((name) => ids[name] ?? "") },
    ...{ home: PRACTICE.home, dmz: PRACTICE.dmz, loadBalancer: LB, admin: null },
    firewalls: firewalls(),
  };
  siteId = must(await createSite(c, input, BY)).id;
}, 180_000);
afterAll(async () => {
  await panel[Symbol.asyncDispose]();
  await razePracticeSite();
});

const legs = (...zones: readonly string[]) => zones.map((zone, i) => ({ name: `eth${i}`, zone }));
const firewalls = () => [
  { hostId: ids["s-fw1"] ?? "", interfaces: legs("wan", "dmz") },
  { hostId: ids["s-fw2"] ?? "", interfaces: legs("dmz", "home") },
];

/** Stores a policy that differs in one more forward from that of the preset. */
async function saveForward(port: number): Promise<void> {
  const preset = dmzSite({
    ...{ home: PRACTICE.home, dmz: PRACTICE.dmz, loadBalancer: LB, admin: null },
    firewalls: firewalls(),
  });
  const extra = { protocol: "tcp" as const, port, to: LB, toPort: 22 };
  const spec = siteSpec.parse({ ...preset, forwards: [...(preset.forwards ?? []), extra] });
  must(await savePolicy(c, { siteId, spec, baseRevision: revision }, BY));
  revision += 1;
}

const begin = (keep: "proof" | "person") =>
  beginSiteJob(c, { kind: "apply-site", siteId, revision, keep });
const asked = (jobId: string): Promise<JobAnswer> =>
  jobWhen(c, jobId, ({ view, job }) => view.trial?.asked === true || job.state === "failed");

/** What a connection says first; "" when it is not let through within 3 s. */
const first = async (from: string, to: string, port: number) =>
  (await exec(from, `timeout 3 bash -c 'exec 3<>/dev/tcp/${to}/${port}; head -n 1 <&3'`)).stdout;
const currentRules = (name: string) =>
  mustExec(name, "sha256sum </etc/gandalf/firewall/current.nft | cut -c 1-64");
const kernelRules = (name: string) => mustExec(name, "nft -s -t list table inet gandalf");
const changes = async () => {
  const operation = { kind: "apply-site", siteId, revision, keep: "proof" } as const;
  const { nodes } = must(await previewSiteOperation(c, siteId, operation));
  return nodes.filter(({ state }) => state !== "in-sync").map(({ id }) => id);
};

describe("a policy on two firewalls and what stands behind them", () => {
  it("is applied, proved and kept on every host", async () => {
    const job = await siteJobEnd(c, await begin("proof"));
    expect(troubles(job)).toEqual([]);
    expect(job.job.state).toBe("succeeded");
    expect(job.view.trial).toBeNull();
    const site = await c.db.site.findUniqueOrThrow({ where: { id: siteId } });
    expect(site.appliedRevision).toBe(1);
  });

  it("changes nothing the second time", async () => {
    expect(await changes()).toEqual([]);
  });

  it("leads the internet to the load balancer's sshd, and nowhere else", async () => {
    expect(await first("s-outside", PUBLIC, 2200)).toMatch(/^SSH-2.0/);
    const keyAt = (place: string) =>
      mustExec("s-outside", `ssh-keyscan -t ed25519 ${place} 2>/dev/null | cut -d' ' -f 3`);
    const own = await mustExec("s-lb", "cut -d' ' -f 2 /etc/ssh/ssh_host_ed25519_key.pub");
    expect(await keyAt(`-p 2200 ${PUBLIC}`)).toBe(own);
    await mustExec("s-outside", `ip route replace ${PRACTICE.dmz} via ${PUBLIC}`);
    expect(await first("s-outside", DB, 22)).toBe("");
    expect(await first("s-outside", PUBLIC, 22)).toBe("");
  });

  it("lets home out under the firewall's own address, and to the servers only where it may", async () => {
    const listen = `systemd-run --collect --unit=peer python3 -c 'import socket
s = socket.create_server(("", 8080))
while True:
    c, a = s.accept(); c.send((a[0] + "\\n").encode()); c.close()'`;
    await mustExec(
      "s-outside",
      `${listen}; for i in $(seq 50); do ss -Hltn 'sport = :8080' | grep -q . && exit; sleep 0.1; done`,
    );
    expect(await first("s-pc", OUTSIDE, 8080)).toBe(`${PUBLIC}\n`);
    expect(await first("s-pc", DB, 22)).toBe("");
    expect(await first("s-lb", PC, 22)).toBe("");
    expect(await first("s-lb", DB, 22)).toMatch(/^SSH-2.0/);
  });

  it("is there again after a power cut, before anybody connects", async () => {
    const before = await kernelRules("s-fw1");
    await stop("s-fw1");
    await start("s-fw1");
    expect(await kernelRules("s-fw1")).toBe(before);
    expect(await mustExec("s-fw1", "cat /proc/sys/net/ipv4/ip_forward")).toBe("1");
    const route =
      "for i in $(seq 100); do ip route show proto 77 | grep -q . && break; sleep 0.1; done; ip route show proto 77";
    expect(await mustExec("s-fw1", route)).toContain("192.168.10.0/24 via 192.168.30.2");
    expect(await first("s-outside", PUBLIC, 2200)).toMatch(/^SSH-2.0/);
    expect(await changes()).toEqual([]);
  });

  it("is seen to differ when somebody empties the kernel's table, and is loaded again", async () => {
    await mustExec("s-db", "nft delete table inet gandalf");
    expect(await changes()).toContain("s-db/rules.trial");
    const job = await siteJobEnd(c, await begin("proof"));
    expect(troubles(job)).toEqual([]);
    expect(await changes()).toEqual([]);
  });
});

describe("a policy that a person is to keep", () => {
  it("waits for the word, and is kept on Keep", async () => {
    await saveForward(2202);
    const jobId = await begin("person");
    const { view } = await asked(jobId);
    expect(view.trial?.hosts).toEqual(["s-fw1", "s-fw2", "s-lb"]); // the others' rules are the same
    expect(view.trial?.checks.every(({ ok }) => ok)).toBe(true);
    expect(await first("s-outside", PUBLIC, 2202)).toMatch(/^SSH-2.0/);
    must(await keepRules(c, { jobId, keep: true, ...BY }));
    const job = await siteJobEnd(c, jobId);
    expect(troubles(job)).toEqual([]);
    expect(await changes()).toEqual([]);
  });

  it("goes back at once on Go back", async () => {
    const before = await Promise.all(NAMES.map(kernelRules));
    await saveForward(2203);
    const jobId = await begin("person");
    await asked(jobId);
    const startedMs = Date.now();
    must(await keepRules(c, { jobId, keep: false, ...BY }));
    const job = await siteJobEnd(c, jobId);
    expect(Date.now() - startedMs).toBeLessThan(15_000);
    expect(troubles(job)).toContain("Ada chose to go back. The old rules are in force again.");
    expect(await Promise.all(NAMES.map(kernelRules))).toEqual(before);
  });

  it("is forgotten by a host that loses its power in the middle", async () => {
    const before = await currentRules("s-fw1");
    const rules = await kernelRules("s-lb");
    const jobId = await begin("person");
    await asked(jobId);
    await stop("s-fw1");
    await start("s-fw1");
    must(await keepRules(c, { jobId, keep: true, ...BY }));
    const job = await siteJobEnd(c, jobId);
    expect(job.job.state).toBe("failed");
    expect(await currentRules("s-fw1")).toBe(before);
    expect(await kernelRules("s-fw1")).not.toContain("2203");
    expect(await kernelRules("s-lb")).toBe(rules);
  });
});

describe("taking the rules off", () => {
  it("leaves nothing on any host", async () => {
    const job = await siteJobEnd(c, await beginSiteJob(c, { kind: "clear-site", siteId }));
    expect(troubles(job)).toEqual([]);
    for (const name of NAMES) {
      const left =
        "nft list tables | grep gandalf; ls -d /etc/gandalf/firewall /etc/systemd/system/gandalf-* /etc/systemd/system/*/gandalf-* 2>/dev/null; ip route show proto 77; systemctl list-units --all --no-legend | grep -E 'gandalf-(fire|rou)'; cat /proc/sys/net/ipv4/ip_forward";
      expect(`${name}: ${(await exec(name, left)).stdout}`).toBe(`${name}: 0\n`);
    }
    const site = await c.db.site.findUniqueOrThrow({ where: { id: siteId } });
    expect(site.appliedRevision).toBeNull();
  });
});
