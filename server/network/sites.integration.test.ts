import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as importRules } from "@/app/api/v1/sites/[id]/import/route";
import { POST as check } from "@/app/api/v1/sites/[id]/check/route";
import { POST as measure } from "@/app/api/v1/sites/[id]/measure/route";
import { GET as rules } from "@/app/api/v1/sites/[id]/rules/route";
import { POST as prove } from "@/app/api/v1/sites/[id]/trace/prove/route";
import { POST as create } from "@/app/api/v1/sites/route";
import {
  addHostIn as plugHost,
  addNetwork,
  exec,
  LAB_PASSWORD,
  mustExec,
  removeHost as unplugHost,
} from "@/lab/lab";
import { differs } from "@/lib/network/measured-glance";
import { CURRENT_RULES, FIREWALL_FOLDER } from "@/lib/render/firewall/paths";
import type { SiteSpecInput } from "@/lib/schemas/site";
import type {
  SiteAnswer,
  SiteCheckAnswer,
  SiteImportAnswer,
  SiteMeasureAnswer,
  SiteMeasurement,
  SiteRulesAnswer,
  SiteTraceAnswer,
} from "@/lib/schemas/site-view-row";
import { addHost } from "@/server/services/add-host";
import { checkHost } from "@/server/services/check-host";
import { overview } from "@/server/services/overview";
import { probeHosts } from "@/server/services/probe-hosts";
import { must } from "@/server/ssh/testing/lab-target";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { type TestContainer, testContainer } from "@/server/testing/test-container";

/** A network behind a firewall, and somebody outside of it. */
const HOSTS = {
  "site-out": ["site-wan=198.51.100.10", "gw=none"],
  "site-fw": ["site-wan=198.51.100.1", "site-lan=10.61.1.1", "gw=none"],
  "site-lb": ["site-lan=10.61.1.10", "gw=10.61.1.1"],
  "site-pc": ["site-lan=10.61.1.20", "gw=10.61.1.1"],
} as const;
type Name = keyof typeof HOSTS;
const NAMES = Object.keys(HOSTS) as Name[];
const ADDRESSES: Readonly<Record<Name, string>> = {
  ...{ "site-out": "198.51.100.10", "site-fw": "198.51.100.1" },
  ...{ "site-lb": "10.61.1.10", "site-pc": "10.61.1.20" },
};

let panel: TestContainer;
let cookie = "";
let siteId = "";
const ids = {} as Record<Name, string>;

beforeAll(async () => {
  panel = await testContainer();
  ({ cookie } = await signedIn(panel.container, "administrator"));
  await addNetwork("site-wan", "198.51.100.0/24");
  await addNetwork("site-lan", "10.61.1.0/24");
  for (const name of NAMES) await plugHost(name, ...HOSTS[name]);
  for (const name of ["site-lb", "site-pc"] as const)
    await mustExec(
      name,
      `ip -6 addr add fd61::${name === "site-lb" ? 10 : 20}/64 dev $(${LINK}) nodad`,
    );
  await Promise.all(NAMES.map(addToPanel));
}, 120_000);

afterAll(async () => {
  await panel[Symbol.asyncDispose]();
  await unplugHost(...NAMES);
});

/** The interface of the default route, or the only one. */
const LINK = "ip -o link show type veth | head -n 1 | sed 's/^[0-9]*: \\([^@:]*\\).*/\\1/'";

async function addToPanel(name: Name): Promise<void> {
  const target = { address: ADDRESSES[name], port: 22, user: "pi" };
  const [probe] = await probeHosts([target]);
  if (probe === undefined || "problem" in probe) throw new Error(`${name} shows no key`);
  const { fingerprint, hostKeyType } = probe;
  const access = { kind: "password" as const, password: LAB_PASSWORD };
  const by = { user: { id: "u", name: "Test" }, address: "192.0.2.1" };
  const added = await addHost(panel.container, { ...target, fingerprint, hostKeyType, access }, by);
  ids[name] = must(added).id;
  must(await checkHost(panel.container, ids[name]));
}

async function ask<T>(route: typeof create, body: unknown, path = "/"): Promise<T> {
  const call = { cookie, path, params: { id: siteId } };
  const answer = await callRoute(route, body === null ? call : { ...call, body });
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(json));
  return json as T;
}

/** Interfaces of the firewall, by the networks they are in. */
async function doors(): Promise<readonly [wan: string, lan: string]> {
  const link = (net: string) =>
    mustExec("site-fw", `ip -o -4 addr show | awk '$4 ~ /^${net}/ { print $2 }'`);
  return [await link("198.51.100."), await link("10.61.1.")];
}

async function policy(): Promise<SiteSpecInput> {
  const [wan, lan] = await doors();
  return {
    zones: [
      { name: "wan", kind: "internet" },
      { name: "lan", kind: "network", subnets: ["10.61.1.0/24", "fd61::/64"] },
    ],
    cells: [
      { from: "lan", to: "lan", verdict: "allow", services: ["ssh", "http", "dns", "ping"] },
      { from: "lan", to: "wan", verdict: "allow", services: ["https"] },
      { from: "wan", to: "lan", verdict: "deny" },
    ],
    exceptions: [
      {
        ...{ verdict: "deny", from: "10.61.1.20/32", to: "10.61.1.10/32", service: "http" },
        reason: "a guest's machine",
      },
    ],
    forwards: [
      { protocol: "tcp", port: 2200, to: "10.61.1.10", toPort: 22 },
      { protocol: "udp", port: 5353, to: "10.61.1.10", toPort: 53 },
    ],
    masquerade: ["lan"],
    firewalls: [
      {
        hostId: ids["site-fw"],
        interfaces: [
          { name: wan, zone: "wan" },
          { name: lan, zone: "lan" },
        ],
      },
    ],
  };
}

/** Puts the policy on the hosts as an apply leaves it there. */
async function putRules(): Promise<void> {
  const spec = await policy();
  const made = await ask<SiteAnswer>(create, {
    ...{ name: "Practice", preset: "empty" },
    hostIds: [ids["site-fw"], ids["site-lb"], ids["site-pc"]],
  });
  siteId = made.site.id;
  const { db } = panel.container;
  await db.siteRevision.updateMany({ where: { siteId }, data: { spec: JSON.stringify(spec) } });
  const checked = await ask<SiteCheckAnswer>(check, { spec });
  expect(checked.findings.filter(({ severity }) => severity === "blocker")).toEqual([]);
  await mustExec("site-fw", "sysctl -qw net.ipv4.ip_forward=1");
  for (const { name, text } of checked.hosts) {
    const put = await exec(
      name,
      `mkdir -p ${FIREWALL_FOLDER} && cat >${CURRENT_RULES} && nft -f ${CURRENT_RULES}`,
      text,
    );
    expect(put).toMatchObject({ code: 0, stderr: "" });
  }
  await db.site.update({ where: { id: siteId }, data: { appliedRevision: 1 } });
}

const told = ({ pairs }: SiteMeasurement, wrong: boolean) =>
  pairs
    .filter((pair) => differs(pair) === wrong && pair.measured !== "untested")
    .map(
      ({ fromAddress, toAddress, port, protocol, measured }) =>
        `${fromAddress} ${toAddress} ${port}/${protocol} ${measured}`,
    );

describe("a site whose rules are on its hosts", () => {
  beforeAll(putRules, 60_000);

  it("is measured in seconds: TCP and UDP, both families, and forwards from outside", async () => {
    const { measurement } = await ask<SiteMeasureAnswer>(measure, undefined, "/measure");
    expect(told(measurement, true)).toEqual([]);
    expect(measurement.drifted).toEqual([]);
    expect(told(measurement, false)).toEqual(
      expect.arrayContaining([
        "10.61.1.20 10.61.1.10 22/tcp open", // sshd itself
        "10.61.1.20 10.61.1.10 80/tcp blocked", // by the exception
        "10.61.1.20 10.61.1.10 53/udp open",
        "10.61.1.20 10.61.1.10 443/tcp blocked",
        "fd61::20 fd61::10 80/tcp open",
        "fd61::20 fd61::10 443/tcp blocked",
        "198.51.100.10 198.51.100.1 2200/tcp open",
        "198.51.100.10 198.51.100.1 5353/udp open",
      ]),
    );
    expect(measurement.tookMs).toBeLessThan(20_000);
  }, 60_000);

  it("shows counters that count, and the rules of each host by what they come from", async () => {
    const { hosts } = await ask<SiteRulesAnswer>(rules, null);
    expect(hosts.map(({ name, drift, problem }) => [name, drift, problem])).toEqual([
      ["site-fw", null, null],
      ["site-lb", null, null],
      ["site-pc", null, null],
    ]);
    const counted = (host: string, counter: string) =>
      hosts
        .find(({ name }) => name === host)
        ?.rules.find((rule) => rule.counter === counter && rule.origin.kind !== "panel")?.packets;
    expect(counted("site-lb", "lan_lan.dns")).toBeGreaterThan(0);
    expect(counted("site-lb", "lan_lan.refused")).toBeGreaterThan(0);
    expect(counted("site-fw", "forward_tcp-2200")).toBeGreaterThan(0);
  });

  it("proves what a trace says with a packet of the host it comes from", async () => {
    const packet = (from: string, to: string, port: number) =>
      ask<SiteTraceAnswer>(prove, { from, to, protocol: "tcp", port });
    const refused = await packet(ids["site-pc"], "10.61.1.10", 80);
    expect([refused.verdict, refused.measured, refused.by.kind]).toEqual([
      ...["blocked", "blocked", "exception"],
    ]);
    const forwarded = await packet("198.51.100.10", "198.51.100.1", 2200);
    expect([forwarded.verdict, forwarded.measured]).toEqual(["open", "open"]);
    expect(forwarded.path.map(({ name }) => name)).toEqual([
      ...["198.51.100.10", "wan", "2200/tcp → 10.61.1.10:22", "site-fw", "lan", "site-lb"],
    ]);
    const ping = { from: "site-pc", to: "site-lb", protocol: "icmp-echo", port: 0 };
    expect((await ask<SiteTraceAnswer>(prove, ping)).measured).toBe("open");
  }, 60_000);

  it("calls when somebody changes rules by hand, and when another chain drops what passes", async () => {
    await mustExec("site-lb", "nft insert rule inet gandalf to_host tcp dport 443 accept");
    await mustExec(
      "site-pc",
      "nft add table inet foreign; nft 'add chain inet foreign in { type filter hook input priority 0; policy drop; }'; nft 'add rule inet foreign in ct state established accept'; nft 'add rule inet foreign in tcp dport 22 accept'",
    );
    await panel.container.db.siteMeasurement.deleteMany({ where: { siteId } });
    await panel.container.sites.round();
    const { troubles } = await overview(panel.container);
    expect(troubles).toMatchObject([
      { kind: "site-drifted", hosts: [{ name: "site-lb" }] },
      { kind: "site-differs", site: { name: "Practice" } },
    ]);
    const { hosts } = await ask<SiteRulesAnswer>(rules, null, `/?host=${ids["site-lb"]}`);
    expect(hosts[0]?.drift?.lines).toEqual([{ sign: "+", text: "tcp dport 443 accept" }]);
    const found = await ask<SiteImportAnswer>(importRules, { hostId: ids["site-pc"] });
    expect(found.text).toContain("table inet foreign");
    expect(found.text).not.toContain("table inet gandalf");
    expect(found.conflicts).toEqual([
      expect.stringMatching(/^The chain in of the table inet foreign on site-pc drops .*:80\/tcp/),
    ]);
  }, 90_000);
});
