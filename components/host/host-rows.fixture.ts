import type { Severity } from "@/lib/schemas/finding";
import type { HostFacts } from "@/lib/schemas/host-facts";
import type { HostRow } from "@/lib/schemas/host";

const GIB = 1024 ** 3;
const FINGERPRINT = "SHA256:9rT0mVdk2hXeQp7LYc3nWf8aBzUo5sJgK1iNDtxE4Mq";

/** Facts of a Debian machine with a virtual disk, for tests and pictures. */
export const testFacts = (hostname: string, more: Partial<HostFacts> = {}): HostFacts => ({
  hostname,
  os: { id: "debian", versionId: "13", prettyName: "Debian GNU/Linux 13 (trixie)" },
  kernel: "6.12.48",
  arch: { kernel: "x86_64", userland: "amd64", k3s: "amd64" },
  model: null,
  cpu: { count: 4, model: "QEMU Virtual CPU" },
  memoryBytes: 4 * GIB,
  swapBytes: 0,
  disks: [{ name: "vda", kind: "virtual", sizeBytes: 20 * GIB, model: null }],
  filesystems: [
    { path: "/", disk: "vda", kind: "virtual", totalBytes: 20 * GIB, freeBytes: 11 * GIB },
  ],
  interfaces: [
    {
      name: "eth0",
      mac: "52:54:00:12:34:56",
      addresses: [{ cidr: "192.168.1.20/24", dynamic: false }],
    },
  ],
  gateway: "192.168.1.1",
  machineId: hostname,
  serial: null,
  bootId: null,
  uptimeS: 86_400,
  clock: { skewMs: 12, synchronised: true },
  cgroup: { version: 2, controllers: ["cpuset", "cpu", "io", "memory", "pids"] },
  cmdline: "root=/dev/vda1 ro quiet",
  kernelFeatures: {},
  listening: [{ protocol: "tcp", address: "0.0.0.0", port: 22, program: "sshd" }],
  installed: { k3s: null, k3sRole: null, haproxy: null, mariadb: null, docker: null },
  systemd: true,
  packageMirror: { url: "http://deb.debian.org/debian", reachable: true },
  ...more,
});

type TestRow = Partial<Omit<HostRow, "findings">> & { readonly findings?: readonly Severity[] };

/** A reachable host for tests; findings by their weight. */
export function testRow(name: string, more: TestRow = {}): HostRow {
  const { findings = [], ...rest } = more;
  return {
    id: name,
    name,
    address: `${name}.lan`,
    port: 22,
    user: "pi",
    hostKey: FINGERPRINT,
    hostKeyType: "ssh-ed25519",
    hostKeyAt: "2026-10-02T08:00:00.000Z",
    sudo: "none",
    state: "reachable",
    problem: null,
    facts: testFacts(name),
    factsAt: "2026-11-20T09:58:00.000Z",
    clusterId: null,
    clusterName: null,
    role: null,
    ...rest,
    findings: findings.map((severity, index) => ({
      id: `test.${index}`,
      hostId: name,
      severity,
      title: `Finding ${index}`,
      reason: "It was measured.",
      remedy: "Mend it.",
    })),
  };
}
