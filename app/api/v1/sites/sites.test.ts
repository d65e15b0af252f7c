import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE as removeHost } from "@/app/api/v1/hosts/[id]/route";
import type { Problem } from "@/lib/core/problem";
import type { SiteSpecInput } from "@/lib/schemas/site";
import type {
  SiteAnswer,
  SiteCheckAnswer,
  SiteDetailAnswer,
  SitesAnswer,
  SiteTraceAnswer,
} from "@/lib/schemas/site-view-row";
import { callRoute, signedIn } from "@/server/testing/call-route";
import { addSiteHost } from "@/server/testing/site-host";
import { type TestContainer, testContainer } from "@/server/testing/test-container";
import { POST as check } from "./[id]/check/route";
import { PUT as savePolicy } from "./[id]/policy/route";
import { DELETE as remove, GET as show, PATCH as update } from "./[id]/route";
import { POST as trace } from "./[id]/trace/route";
import { GET as list, POST as create } from "./route";

let panel: TestContainer;
let cookie: string;
beforeAll(async () => {
  panel = await testContainer();
  ({ cookie } = await signedIn(panel.container, "operator"));
});
afterAll(() => panel[Symbol.asyncDispose]());

type Route = typeof show;

async function call<T>(
  route: Route,
  { id = "", method = "POST", body }: { id?: string; method?: string; body?: unknown },
): Promise<{ status: number; json: T & Problem }> {
  const answer = await callRoute(route, { method, cookie, params: { id }, body });
  const text = await answer.text();
  return { status: answer.status, json: (text === "" ? {} : JSON.parse(text)) as T & Problem };
}

const make = async (body: object) => (await call<SiteAnswer>(create, { body })).json.site;

describe("a site through the routes", () => {
  it("begins with a preset, knows its hosts and their zones, and is listed", async () => {
    const lb = await addSiteHost(panel.container, "lb", ["192.168.1.210"]);
    const site = await make({
      name: "Home",
      hostIds: [lb],
      preset: "flat",
      home: "192.168.1.0/24",
    });
    expect(site).toMatchObject({
      ...{ name: "Home", revision: 1, appliedRevision: null, lastMeasured: null },
      hosts: [{ id: lb, name: "lb", role: null, zone: "home" }],
    });
    const listed = await call<SitesAnswer>(list, { method: "GET" });
    expect(listed.json.sites).toEqual([site]);
    const shown = await call<SiteDetailAnswer>(show, { id: site.id, method: "GET" });
    expect(shown.json.spec.zones.map(({ name }) => name)).toEqual(["wan", "home", "pods"]);
    expect(shown.json.applied).toBeNull();
  });

  it("says what a draft comes to, rule by rule, and stores nothing", async () => {
    const db = await addSiteHost(panel.container, "db", ["10.7.0.200", "fd00:7::200"]);
    const { id } = await make({
      name: "Draft",
      hostIds: [db],
      preset: "flat",
      home: "10.7.0.0/24",
    });
    const before = await call<SiteDetailAnswer>(show, { id, method: "GET" });
    const spec = { ...before.json.spec, cells: [] };
    const checked = await call<SiteCheckAnswer>(check, { id, body: { spec } });
    expect(checked.json.findings).toEqual([]);
    expect(checked.json.hosts).toMatchObject([{ hostId: db, name: "db", changed: true }]);
    const [host] = checked.json.hosts;
    expect(host?.text).toContain("table inet gandalf {");
    expect(host?.rules).toContainEqual({
      ...{ chain: "cell_home_home", text: 'counter name "home_home.refused" drop' },
      ...{ counter: "home_home.refused", origin: { kind: "no-cell", from: "home", to: "home" } },
    });
    expect((await call<SiteDetailAnswer>(show, { id, method: "GET" })).json.spec).toEqual(
      before.json.spec,
    );
  });

  it("stores a policy once: whoever saves over somebody else's is told", async () => {
    const { id } = await make({ name: "Twice", preset: "empty" });
    const spec = { zones: [{ name: "wan", kind: "internet" }] };
    const first = await call<SiteDetailAnswer>(savePolicy, {
      ...{ id, method: "PUT", body: { spec, baseRevision: 1 } },
    });
    expect(first.json.site.revision).toBe(2);
    const late = await call(savePolicy, { id, method: "PUT", body: { spec, baseRevision: 1 } });
    expect(late.status).toBe(409);
    expect(late.json.detail).toBe("A operator saved the policy of Twice while you changed it.");
  });

  it("keeps a host to one site, and hosts that carry rules", async () => {
    const host = await addSiteHost(panel.container, "pc", ["10.8.0.10"]);
    const { id } = await make({ name: "One", hostIds: [host], preset: "empty" });
    const other = await call(create, { body: { name: "Two", hostIds: [host], preset: "empty" } });
    expect(other.json.fields).toEqual({
      "hostIds.0": "pc belongs to the site One. Take it out there first.",
    });
    await panel.container.db.site.update({ where: { id }, data: { appliedRevision: 1 } });
    const forgotten = await call(removeHost, { id: host, method: "DELETE" });
    expect([forgotten.status, forgotten.json.detail]).toEqual([409, "pc belongs to the site One."]);
    const taken = await call(update, { id, method: "PATCH", body: { hostIds: [] } });
    expect(taken.json.detail).toBe("pc still carries the rules of One.");
    expect((await call(remove, { id, method: "DELETE" })).status).toBe(409);
    await panel.container.db.site.update({ where: { id }, data: { appliedRevision: null } });
    const renamed = await call<SiteAnswer>(update, { id, method: "PATCH", body: { name: "Uno" } });
    expect(renamed.json.site).toMatchObject({ name: "Uno", hosts: [{ id: host }] });
    const clash = await call(update, { id, method: "PATCH", body: { name: "Twice" } });
    expect(clash.json.fields?.["name"]).toMatch(/^A site named Twice exists already/);
    expect((await call(remove, { id, method: "DELETE" })).status).toBe(204);
    expect((await call(show, { id, method: "GET" })).status).toBe(404);
  });
});

describe("tracing a packet", () => {
  it("takes hosts, addresses and zones, and names what is wrong about them", async () => {
    const web = await addSiteHost(panel.container, "web", ["10.9.0.10", "fd00:9::10"]);
    const { id } = await make({
      name: "Traced",
      hostIds: [web],
      preset: "flat",
      home: "10.9.0.0/24",
    });
    const ask = (from: string, to: string, port = 443) =>
      call<SiteTraceAnswer>(trace, { id, body: { from, to, protocol: "tcp", port } });
    expect((await ask("wan", web)).json).toEqual({
      verdict: "open",
      by: {
        kind: "cell",
        cell: expect.objectContaining({ from: "wan", to: "home" }),
        service: "https",
      },
      path: [
        { kind: "host", name: "198.51.100.7" },
        { kind: "zone", name: "wan" },
        {
          ...{ kind: "host", name: "web", hostId: web },
          rule: 'tcp dport { 443 } counter name "wan_home.https" accept',
        },
      ],
      sentence:
        "It passes from 198.51.100.7 (wan) to web (home), port 443/tcp: wan → home allows https.",
    });
    expect((await ask("home", "web")).json.fields?.["to"]).toBe(
      "Both ends are the same: choose another one.",
    );
    expect((await ask("moon", "web")).json.fields?.["from"]).toMatch(/^moon is no address/);
    expect((await ask("10.9.0.9", "fd00:9::10")).json.fields?.["to"]).toMatch(
      /^Both ends are IPv4/,
    );
    expect((await ask("wan", "web", 0)).json.fields).toEqual({ port: "Ports are 1 to 65535." });
  });
});

const ZONES = [
  { name: "wan", kind: "internet" },
  { name: "home", kind: "network", subnets: ["192.168.1.0/24"] },
] as const satisfies SiteSpecInput["zones"];

describe("a policy that cannot be is refused by field, with what to do", () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    [
      "subnets that share addresses",
      { zones: [...ZONES, { name: "dmz", kind: "network", subnets: ["192.168.0.0/16"] }] },
      {
        "spec.zones.2.subnets.0":
          "192.168.0.0/16 shares addresses with 192.168.1.0/24 of home: every address is in one zone.",
      },
    ],
    [
      "port 0",
      { forwards: [{ protocol: "tcp", port: 0, to: "192.168.1.2", toPort: 22 }] },
      { "spec.forwards.0.port": "Ports are 1 to 65535." },
    ],
    [
      "IPv6 where a forward leads",
      { forwards: [{ protocol: "tcp", port: 22, to: "fd00::1", toPort: 22 }] },
      {
        "spec.forwards.0.to":
          "Write an IPv4 address such as 192.168.1.210: four parts, each 0 to 255.",
      },
    ],
    [
      "an interface that cannot be one",
      { firewalls: [{ hostId: "fw", interfaces: [{ name: "eth 0", zone: "home" }] }] },
      { "spec.firewalls.0.interfaces.0.name": "An interface is called such as eth0." },
    ],
  ])("%s", async (name, change, fields) => {
    const { id } = await make({ name: name.slice(0, 40), preset: "empty" });
    const spec = { zones: ZONES, ...change };
    const save = await call(savePolicy, { id, method: "PUT", body: { spec, baseRevision: 1 } });
    expect(save.status).toBe(422);
    expect(save.json.fields).toEqual(fields);
    expect((await call(check, { id, body: { spec } })).json.fields).toEqual(fields);
  });

  it("the networks of a preset that share addresses", async () => {
    const answer = await call(create, {
      body: {
        ...{ name: "Clash", preset: "dmz", loadBalancer: "fd00::1" },
        ...{ home: "192.168.0.0/16", dmz: "192.168.3.7/24" },
      },
    });
    expect(answer.json.fields).toMatchObject({
      dmz: "192.168.3.7/24 is an address inside a network: write 192.168.3.0/24.",
      loadBalancer: "Write an IPv4 address such as 192.168.1.210: four parts, each 0 to 255.",
    });
  });

  it("a host in no zone, a forward to nowhere, a missing interface: blockers that point there", async () => {
    const fw = await addSiteHost(panel.container, "fw", ["192.168.1.1"]);
    const far = await addSiteHost(panel.container, "far", ["172.20.0.9"]);
    const { id } = await make({ name: "Odd", hostIds: [fw, far], preset: "empty" });
    const spec: SiteSpecInput = {
      zones: [...ZONES],
      forwards: [{ protocol: "tcp", port: 2200, to: "203.0.113.9", toPort: 22 }],
      firewalls: [
        {
          hostId: fw,
          interfaces: [
            { name: "eth0", zone: "home" },
            { name: "eth9", zone: "wan" },
          ],
        },
      ],
    };
    const { json } = await call<SiteCheckAnswer>(check, { id, body: { spec } });
    const blockers = json.findings.filter(({ severity }) => severity === "blocker");
    expect(blockers.map((each) => [each.id, each.path.join("."), each.remedy])).toEqual([
      ["host.nowhere", "zones", "Add its network to the zone it belongs to."],
      [
        "firewall.no-interface",
        "firewalls.0.interfaces.1.name",
        "Choose one of them, or plug it in and read the host's facts again.",
      ],
      ["forward.nowhere", "forwards.0.to", "Correct the address, or add its network to a zone."],
    ]);
  });
});
