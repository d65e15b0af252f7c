import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addHost, exec, removeHost } from "@/lab/lab";
import { rulesetFile } from "@/lib/render/nftables/ruleset-file";
import { compileHost } from "./compile/compile-host";
import { decide } from "./decide";
import { zoneOf } from "./place";
import type { SiteView } from "./site-view";
import { dmzView, flatView } from "./testing/dmz-view";
import { randomFrom } from "./testing/random";
import { PUBLIC, randomPacket, randomView, type Sent, ZONES } from "./testing/random-policy";

/** A host of this suite's own: its kernel's namespaces are the firewall and its neighbours. */
const HOST = "kernel";
const ADDRESS = "10.203.1.92";
const NOW = new Date("2026-11-23T12:00:00Z");
const POLICIES = 40;
const PACKETS = 250;

const script = readFileSync(new URL("./testing/packets.py", import.meta.url), "utf8");

beforeAll(async () => {
  await addHost(HOST, ADDRESS);
});
afterAll(async () => {
  await removeHost(HOST);
});

/** Where the policy wants a packet: the zone it leaves to, "firewall", or nowhere. */
function wanted(view: SiteView, packet: Sent): string | null {
  const forward = view.site.forwards.find(
    ({ protocol, port }) =>
      packet.zone === "wan" &&
      packet.to === PUBLIC &&
      packet.protocol === protocol &&
      packet.port === port,
  );
  const isLed =
    forward !== undefined &&
    (forward.from.length === 0 || packet.from.startsWith("198.51.100.")) &&
    zoneOf(view, packet.from).kind === "internet";
  const target = isLed ? { ...packet, to: forward.to, port: forward.toPort } : packet;
  if (!decide(view, target, NOW).allowed) return null;
  const isOwn = view.hosts[0]?.addresses.includes(target.to) === true;
  return isOwn ? "firewall" : zoneOf(view, target.to).name;
}

describe("the kernel under compiled rules", () => {
  it("agrees with the policy on every one of 10,000 random packets", async () => {
    const random = randomFrom(20_261_123);
    const cases = Array.from({ length: POLICIES }, () => {
      const view = randomView(random);
      const packets = Array.from({ length: PACKETS }, () => randomPacket(random, view));
      const [firewall] = view.hosts;
      if (firewall === undefined) throw new Error("no firewall");
      return { view, packets, rules: rulesetFile(compileHost(view, firewall, NOW)) };
    });
    const job = { zones: ZONES, internet: "wan", cases };
    await exec(HOST, "cat > /root/packets.py", script);
    const { code, stdout, stderr } = await exec(
      HOST,
      "python3 /root/packets.py",
      JSON.stringify(job),
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const came = JSON.parse(stdout) as (string | null)[][];
    const differing = cases.flatMap(({ view, packets }, i) =>
      packets.flatMap((packet, j) => {
        const expected = wanted(view, packet);
        const measured = came[i]?.[j] ?? null;
        return expected === measured ? [] : [{ policy: i, packet, expected, measured }];
      }),
    );
    expect(differing).toEqual([]);
    const passed = came.flat().filter((place) => place !== null).length;
    expect(passed).toBeGreaterThan(2000);
    expect(came.flat().length - passed).toBeGreaterThan(2000);
  }, 180_000);

  it("takes the rules of both presets on every host, twice over", async () => {
    for (const view of [dmzView(), flatView()])
      for (const host of view.hosts) {
        const rules = rulesetFile(compileHost(view, host, NOW));
        const { code, stderr } = await exec(
          HOST,
          "cat > /root/rules.nft && unshare -n sh -c 'nft -f /root/rules.nft && nft -f /root/rules.nft && nft list table inet gandalf > /dev/null'",
          rules,
        );
        expect({ host: host.name, code, stderr }).toEqual({ host: host.name, code: 0, stderr: "" });
      }
  });
});
