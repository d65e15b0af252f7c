import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostFacts } from "@/lib/schemas/host-facts";
import { parseHostFacts } from "./parse-host-facts";

const AT_MS = 1_767_225_600_123;

function facts(fixture: string, atMs = AT_MS) {
  const stdout = readFileSync(join(import.meta.dirname, "testing", `${fixture}.txt`), "utf8");
  const parsed = parseHostFacts(
    { stdout, stderr: "", exitCode: 0 },
    { hostName: "h", sentMs: atMs, receivedMs: atMs + 300 },
  );
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  return hostFacts.parse(parsed.value); // what is stored can be read again
}

describe("facts of a host", () => {
  it("of a practice host, as it really answered", () => {
    expect(facts("lab-debian")).toMatchObject({
      hostname: "db",
      os: { id: "debian", versionId: "12" },
      arch: { kernel: "x86_64", userland: "amd64", k3s: "amd64" },
      disks: [{ name: "vda", kind: "virtual", sizeBytes: 274_877_906_944 }],
      interfaces: [{ name: "eth0", addresses: [{ cidr: "10.203.1.200/24", dynamic: false }] }],
      gateway: "10.203.1.254",
      cgroup: { version: 1 },
      listening: [{ protocol: "tcp", address: "0.0.0.0", port: 22, program: "sshd" }, {}],
      systemd: true,
      packageMirror: { reachable: true },
    });
  });

  it("of a Raspberry Pi 4 on an SD card: no memory cgroup, an address by DHCP", () => {
    const pi = facts("raspberry-pi-4");
    expect(pi).toMatchObject({
      model: "Raspberry Pi 4 Model B Rev 1.4",
      serial: "10000000a1b2c3d4",
      cpu: { count: 4 },
      memoryBytes: 3_884_388 * 1024,
      disks: [{ name: "mmcblk0", kind: "sd" }],
      clock: { skewMs: 0, synchronised: true },
      gateway: "192.168.1.1",
      arch: { k3s: "arm64" },
    });
    expect(pi.filesystems).toMatchObject([
      { path: "/", disk: "mmcblk0", kind: "sd" },
      { path: "/var/lib", disk: "mmcblk0", kind: "sd", freeBytes: 23_323_384 * 1024 },
    ]);
    expect(pi.cgroup).toEqual({ version: 2, controllers: ["cpuset", "cpu", "io", "pids"] });
    expect(pi.interfaces[0]?.addresses).toEqual([{ cidr: "192.168.1.220/24", dynamic: true }]);
    expect(pi.cmdline).toContain("cgroup_disable=memory");
  });

  it("of a Raspberry Pi 3: a 32-bit userland under a 64-bit kernel, a missing module, a USB disk", () => {
    expect(facts("raspberry-pi-3-32-bit")).toMatchObject({
      arch: { kernel: "aarch64", userland: "armhf", k3s: "armhf" },
      disks: [
        { name: "mmcblk0", kind: "sd" },
        { name: "sda", kind: "hdd", model: "Elements 25A2" },
      ],
      kernelFeatures: { overlay: true, vxlan: false },
      packageMirror: { reachable: false },
      clock: { synchronised: false },
    });
  });

  it("of an Ubuntu VM that is a k3s server: the cluster's own interfaces are not the host's", () => {
    const vm = facts("ubuntu-k3s-server");
    expect(vm).toMatchObject({
      model: "QEMU Standard PC (Q35 + ICH9, 2009)",
      installed: { k3s: "v1.34.4+k3s1", k3sRole: "server", haproxy: null, docker: null },
      filesystems: [{ disk: "vda", kind: "virtual" }, { path: "/var/lib" }],
    });
    expect(vm.interfaces.map(({ name }) => name)).toEqual(["enp1s0"]);
    expect(vm.listening).toContainEqual({
      protocol: "udp",
      address: "127.0.0.53",
      port: 53,
      program: "systemd-resolve",
    });
    expect(vm.listening.find(({ port }) => port === 8472)?.program).toBeNull();
  });

  it("of a system without dpkg, systemd and machine id", () => {
    expect(facts("alpine")).toMatchObject({
      os: { id: "alpine" },
      arch: { userland: null, k3s: "amd64" },
      machineId: null,
      serial: null,
      systemd: false,
      listening: [],
      packageMirror: { url: null, reachable: null },
      clock: { synchronised: null },
    });
  });

  it("measures how far a clock is off, not how long the answer took", () => {
    expect(facts("raspberry-pi-4", AT_MS - 100).clock.skewMs).toBe(0);
    expect(facts("raspberry-pi-4", AT_MS - 60_000).clock.skewMs).toBe(59_700);
    expect(facts("raspberry-pi-4", AT_MS + 60_000).clock.skewMs).toBe(-60_000);
  });

  it("is a problem when the host is no Linux, or answered half", () => {
    const asked = { hostName: "mac", sentMs: 0, receivedMs: 1 };
    const say = (stdout: string) => parseHostFacts({ stdout, stderr: "", exitCode: 0 }, asked);
    expect(say("\n==gandalf:kernel==\nDarwin\n24.0\narm64\nmac\n")).toMatchObject({
      problem: { code: "host.not-linux", detail: "mac runs Darwin, not Linux." },
    });
    expect(say("\n==gandalf:clock==\n1767225600\n")).toMatchObject({
      problem: { code: "fact.unreadable" },
    });
    expect(say("This account is not available.")).toMatchObject({
      problem: { code: "fact.unreadable" },
    });
  });
});
