import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseHostFacts } from "@/lib/host-facts/parse-host-facts";
import type { HostFacts } from "@/lib/schemas/host-facts";
import { clusterFindings, hostFindings } from "./preflight";
import type { PreflightHost } from "./preflight-host";

function fixture(name: string): HostFacts {
  const file = join(import.meta.dirname, "../host-facts/testing", `${name}.txt`);
  const output = { stdout: readFileSync(file, "utf8"), stderr: "", exitCode: 0 };
  const atMs = 1_767_225_600_000;
  const parsed = parseHostFacts(output, { hostName: name, sentMs: atMs, receivedMs: atMs + 300 });
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return parsed.value;
}

/** A host without fault: every test breaks one thing. */
const good: HostFacts = {
  ...fixture("raspberry-pi-4"),
  cgroup: { version: 2, controllers: ["cpu", "memory"] },
  interfaces: [
    { name: "eth0", mac: "aa:bb", addresses: [{ cidr: "192.168.1.220/24", dynamic: false }] },
  ],
};

const host = (changes: Partial<PreflightHost> = {}, facts: Partial<HostFacts> = {}) =>
  ({
    id: changes.name ?? "master1",
    name: "master1",
    address: "192.168.1.220",
    hostKey: null,
    role: "server",
    member: false,
    ...changes,
    facts: { ...good, ...facts },
  }) satisfies PreflightHost;

const ids = (one: PreflightHost) =>
  hostFindings(one).map(({ id, severity }) => `${severity} ${id}`);

const spec = { clusterCidr: "10.42.0.0/16", serviceCidr: "10.43.0.0/16", clusterDns: "10.43.0.10" };

describe("preflight of one host", () => {
  it("finds nothing to stop at on a good host, in any role", () => {
    expect(ids(host())).toEqual(["note disk.sd-card"]);
    expect(ids(host({ role: "agent" }))).toEqual([]);
    expect(ids(host({ role: "load-balancer" }))).toEqual([]);
    expect(ids(host({ role: null }))).toEqual([]);
  });

  it("tells the owner of a fresh Raspberry Pi what to write into cmdline.txt", () => {
    const found = hostFindings(host({}, fixture("raspberry-pi-4")));
    expect(found.map(({ id }) => id)).toEqual([
      "cgroup.no-memory",
      "address.dynamic",
      "disk.sd-card",
    ]);
    expect(found[0]?.remedy).toContain("cgroup_memory=1");
  });

  it("refuses a 32-bit Pi 3 as a server, for every reason at once", () => {
    expect(ids(host({ address: "192.168.1.230" }, fixture("raspberry-pi-3-32-bit")))).toEqual([
      "blocker arch.userland-32-bit",
      "blocker cgroup.no-memory",
      "blocker kernel.feature-missing",
      "blocker memory.low",
      "warning mirror.unreachable",
      "warning address.dynamic",
      "note clock.not-synchronised",
      "note disk.sd-card",
    ]);
  });

  it("refuses a system without systemd and apt", () => {
    expect(ids(host({ role: "agent" }, fixture("alpine")))).toEqual([
      "blocker os.unsupported",
      "blocker init.not-systemd",
      "warning disk.space",
    ]);
  });

  it.each([
    ["server", 1.74, "blocker memory.low"],
    ["server", 1.85, "warning memory.tight"],
    ["server", 2.6, undefined],
    ["agent", 0.4, "blocker memory.low"],
    ["agent", 0.8, "warning memory.tight"],
    ["agent", 0.95, undefined],
    ["datastore", 0.3, "blocker memory.low"],
  ] as const)("judges %s with %f GiB of memory", (role, gibibytes, expected) => {
    const found = ids(host({ role }, { memoryBytes: gibibytes * 1024 ** 3 }));
    expect(found.find((id) => id.includes("memory"))).toBe(expected);
  });

  it("warns about a clock that is off by more than 30 s, either way", () => {
    const at = (skewMs: number) => ids(host({}, { clock: { skewMs, synchronised: true } }))[0];
    expect(at(30_000)).toBe("note disk.sd-card");
    expect(at(30_001)).toBe("warning clock.skew");
    expect(at(-31_000)).toBe("warning clock.skew");
  });

  it("names the program that holds a port, unless it is the role's own", () => {
    const listening = (program: string | null, port: number, protocol: "tcp" | "udp" = "tcp") => ({
      listening: [{ protocol, address: "0.0.0.0", port, program }],
    });
    const found = hostFindings(host({}, listening("nginx", 6443)));
    expect(found[0]).toMatchObject({ id: "port.taken", severity: "blocker" });
    expect(found[0]?.reason).toContain("nginx listens on 0.0.0.0:6443");
    expect(ids(host({}, listening("k3s-server", 6443)))).not.toContain("blocker port.taken");
    expect(ids(host({ role: "load-balancer" }, listening("haproxy", 443)))).toEqual([]);
    expect(ids(host({ role: "load-balancer" }, listening("apache2", 80)))).toEqual([
      "blocker port.taken",
    ]);
    expect(ids(host({ role: "datastore" }, listening("mariadbd", 3306)))).toEqual([
      "warning disk.sd-card",
    ]);
    expect(ids(host({ role: "agent" }, listening(null, 8472, "udp")))).toEqual([
      "blocker port.taken",
    ]);
  });

  it("leaves the ports and the k3s of its own cluster's members alone", () => {
    const running = { ...fixture("ubuntu-k3s-server"), filesystems: [] };
    expect(ids(host({ address: "192.168.1.221", member: true }, running))).toEqual([]);
    expect(ids(host({ address: "192.168.1.221" }, running))).toEqual(["warning k3s.installed"]);
  });

  it("refuses a role that needs packages when there is no mirror to get them from", () => {
    const offline = { packageMirror: { url: "http://mirror", reachable: false } };
    expect(ids(host({ role: "load-balancer" }, offline))).toEqual(["blocker mirror.unreachable"]);
    const installed = { ...good.installed, haproxy: "2.6.12" };
    expect(ids(host({ role: "load-balancer" }, { ...offline, installed }))).toEqual([
      "warning mirror.unreachable",
    ]);
  });
});

describe("preflight of hosts together", () => {
  const other = (facts: Partial<HostFacts> = {}, changes: Partial<PreflightHost> = {}) =>
    host(
      { id: "master2", name: "master2", address: "192.168.1.221", ...changes },
      {
        hostname: "master2",
        bootId: "another boot",
        machineId: "another id",
        interfaces: [{ name: "eth0", mac: "cc:dd", addresses: [] }],
        ...facts,
      },
    );
  const idsOf = (...hosts: PreflightHost[]) =>
    clusterFindings(hosts, spec)
      .filter(({ severity }) => severity !== "note")
      .map(({ id, hostId }) => `${id} ${String(hostId)}`);

  it("finds nothing wrong with two different hosts", () => {
    expect(idsOf(host(), other())).toEqual([]);
  });

  it("sees one machine under two addresses, and says nothing else about it", () => {
    expect(idsOf(host(), other({ bootId: good.bootId, machineId: good.machineId }))).toEqual([
      "identity.same-machine master2",
    ]);
  });

  it("sees copies of one card by machine id, host key, MAC address and host name", () => {
    const copy = other(
      { machineId: good.machineId, interfaces: good.interfaces, hostname: good.hostname },
      { hostKey: "SHA256:x" },
    );
    expect(idsOf(host({ hostKey: "SHA256:x" }), copy)).toEqual([
      "identity.mac master2",
      "identity.host-key master2",
      "identity.machine-id master2",
      "identity.host-name master2",
    ]);
  });

  it("refuses networks that overlap with the hosts' or with each other", () => {
    const networks = { ...spec, clusterCidr: "192.168.0.0/16", serviceCidr: "192.168.0.0/17" };
    expect(
      clusterFindings([host()], networks)
        .filter(({ severity }) => severity === "blocker")
        .map(({ id }) => id),
    ).toEqual([
      "network.overlap",
      "network.overlap",
      "network.pods-services",
      "network.dns-outside",
    ]);
  });
});
