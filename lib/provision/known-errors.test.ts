import { expect, it } from "vitest";
import { KNOWN_ERRORS, matchKnownErrors } from "./known-errors";

/** A real line per error, and what of it must be in the sentence. */
const EXAMPLES: Readonly<Record<string, readonly [line: string, inCause?: string]>> = {
  "k3s.other-token": [
    'time="2026-11-23T10:00:00Z" level=fatal msg="starting kubernetes: preparing server: bootstrap data already found and encrypted with different token"',
  ],
  "k3s.ca-mismatch": [
    'level=error msg="token CA hash does not match the Cluster CA certificate hash: 1a2b != 3c4d"',
  ],
  "k3s.node-password": [
    "level=error msg=\"Node password rejected, duplicate hostname or contents of '/etc/rancher/node/password' may not match server node-passwd entry, try enabling a unique node name with the --with-node-id flag\"",
  ],
  "k3s.datastore-access": [
    "level=fatal msg=\"starting kubernetes: creating storage endpoint: building kine: Error 1045 (28000): Access denied for user 'k3s'@'192.168.1.220' (using password: YES)\"",
    "k3s from 192.168.1.220",
  ],
  "k3s.datastore-host-denied": [
    "Error 1130: Host '192.168.1.222' is not allowed to connect to this MariaDB server",
    "192.168.1.222",
  ],
  "k3s.datastore-unknown-database": ["Error 1049 (42000): Unknown database 'k3s'", "database k3s"],
  "k3s.datastore-connections": ["building kine: Error 1040 (08004): Too many connections"],
  "k3s.datastore-unreachable": [
    "building kine: dial tcp 192.168.1.200:3306: connect: connection refused",
    "192.168.1.200:3306 does not answer: connection refused",
  ],
  "k3s.api-unreachable": [
    'level=error msg="failed to get CA certs: Get \\"https://127.0.0.1:6444/cacerts\\": read tcp 127.0.0.1:41414->127.0.0.1:6444: i/o timeout"',
    "i/o timeout",
  ],
  "k3s.token-format": [
    'level=fatal msg="failed to normalize token; must be in format K10<CA-HASH>::<USERNAME>:<PASSWORD> or <PASSWORD>"',
  ],
  "x509.not-yet-valid": [
    "x509: certificate has expired or is not yet valid: current time 2020-01-01T00:00:09Z is before 2026-11-23T10:00:00Z",
    "2020-01-01T00:00:09Z, which is before",
  ],
  "x509.not-for-name": [
    "tls: failed to verify certificate: x509: certificate is valid for 10.43.0.1, 192.168.1.220, not 192.168.1.210",
    "192.168.1.210",
  ],
  "x509.unknown-authority": ["x509: certificate signed by unknown authority"],
  "k3s.cgroup-memory": ['level=fatal msg="failed to find memory cgroup (v2)"'],
  "k3s.no-default-route": [
    'level=fatal msg="no default routes found in \\"/proc/net/route\\" or \\"/proc/net/ipv6_route\\""',
  ],
  "port.in-use": ["listen tcp 0.0.0.0:6443: bind: address already in use", "port 6443"],
  "port.not-permitted": [
    "[ERROR] Can't start server: Bind on TCP/IP port. Got error: 99: Cannot assign requested address",
  ],
  "disk.full": ["write /var/lib/rancher/k3s/agent/images/x: no space left on device"],
  "disk.read-only": ["touch: cannot touch '/etc/x': Read-only file system"],
  "memory.out": ["Out of memory: Killed process 812 (k3s-server) total-vm:1401236kB"],
  "apt.locked": [
    "apt is still in use by process 4512 (unattended-upgr) after 1200 s",
    "4512 (unattended-upgr)",
  ],
  "apt.interrupted": [
    "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem.",
  ],
  "apt.no-package": ["E: Unable to locate package haproxy", "haproxy"],
  "apt.unreachable": ["W: Temporary failure resolving 'deb.debian.org'", "deb.debian.org"],
  "apt.signature": ["The following signatures couldn't be verified: NO_PUBKEY 0E98404D386FA1D9"],
  "haproxy.config": [
    "[ALERT]    (812) : config : parsing [/etc/haproxy/haproxy.cfg:9] : unknown keyword 'foo' in 'global' section",
  ],
  "haproxy.no-server": ["proxy kubernetes has no server available!", "kubernetes"],
  "mariadb.corrupt": ["[ERROR] Plugin 'InnoDB' registration as a STORAGE ENGINE failed."],
  "k3s.etcd-mixed": ["invalid flag use; cannot use --disable-etcd with --datastore-endpoint"],
  "k3s.unknown-setting": ["flag provided but not defined: -tls-sann", "tls-sann"],
  "k3s.wrong-architecture": ["/usr/local/bin/k3s: cannot execute binary file: Exec format error"],
  "k3s.version-skew": ["kubelet version (v1.35.0+k3s1 is newer than the API server's"],
  "drain.budget": [
    'error when evicting pods/"web-0" -n "shop" (will retry after 5s): Cannot evict pod as it would violate the pod\'s disruption budget.',
    "shop/web-0",
  ],
  "drain.bare-pods": [
    'error: unable to drain node "worker2" due to error: cannot delete Pods that declare no controller (use --force to override): default/lonely, continuing command...',
    "default/lonely",
  ],
  "clean.mounted": [
    "still mounted, so nothing below it is deleted: /var/lib/kubelet/pods/1/volumes/nfs ",
    "volumes/nfs",
  ],
};

it("has an example of every known error, and of no other", () => {
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(KNOWN_ERRORS.map(({ id }) => id).toSorted());
});

it.each(Object.entries(EXAMPLES))("recognises %s and says why", (id, [line, inCause = ""]) => {
  const [first] = matchKnownErrors(["all is well", line, "systemd: k3s.service: Failed"]);
  expect(first?.id).toBe(id);
  expect(first?.cause).toContain(inCause);
  expect(first?.remedies.length).toBeGreaterThan(0);
  expect([first?.cause, ...(first?.remedies ?? [])].join(" ")).not.toMatch(/[{}]|undefined/);
});

it.each([
  "[ALERT] (7) : Starting proxy http: cannot bind socket (Address already in use) [0.0.0.0:80]",
  "[ALERT] (9) : Binding [/etc/haproxy/haproxy.cfg:9] for frontend web: cannot bind socket (Address already in use) for [0.0.0.0:80]",
])("finds the port in HAProxy's own wording too: %s", (line) => {
  expect(matchKnownErrors([line])[0]?.cause).toBe("Another program has port 80.");
});

it("says nothing about a healthy log", () => {
  const healthy = [
    'level=info msg="k3s is up and running"',
    "Server kubernetes/master1 is UP, reason: Layer4 check passed",
    "mariadbd: ready for connections.",
    "Setting up haproxy (2.6.12-1+deb12u2) ...",
    "Started k3s.service - Lightweight Kubernetes (k3s server).",
  ];
  expect(matchKnownErrors(healthy)).toEqual([]);
});

it("tells the newest of several attempts", () => {
  const refused = (address: string) =>
    `Error 1045 (28000): Access denied for user 'k3s'@'${address}' (using password: YES)`;
  expect(matchKnownErrors([refused("10.0.0.1"), refused("10.0.0.2")])[0]?.cause).toContain(
    "10.0.0.2",
  );
});

it("takes no time over a line of a megabyte", () => {
  const startedMs = performance.now();
  matchKnownErrors([
    "x509: certificate is valid for ".padEnd(1_000_000, "a, "),
    `${"bind:".repeat(200_000)}`,
  ]);
  expect(performance.now() - startedMs).toBeLessThan(500);
});
