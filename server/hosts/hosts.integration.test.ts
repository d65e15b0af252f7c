import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AddHostInput, HostAccess } from "@/lib/schemas/host";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import {
  addHost as plugHost,
  exec,
  LAB_PASSWORD,
  labHosts,
  labKeyPath,
  mustExec,
  removeHost as unplugHost,
} from "@/lab/lab";
import { acceptHostKey } from "@/server/services/accept-host-key";
import { addHost } from "@/server/services/add-host";
import { checkHost } from "@/server/services/check-host";
import { checkHosts } from "@/server/services/check-hosts";
import { preflightCluster } from "@/server/services/preflight-cluster";
import { probeHosts } from "@/server/services/probe-hosts";
import { removeHost } from "@/server/services/remove-host";
import { scanNetwork } from "@/server/services/scan-network";
import { updateHost } from "@/server/services/update-host";
import { must } from "@/server/ssh/testing/lab-target";
import { testContainer, type TestContainer } from "@/server/testing/test-container";

const BY = { user: { id: "u", name: "Test" }, address: "192.0.2.1" };
const PASSWORD: HostAccess = { kind: "password", password: LAB_PASSWORD };

let panel: TestContainer;
beforeAll(async () => {
  panel = await testContainer();
});
afterAll(() => panel[Symbol.asyncDispose]());

const addressOf = (name: string) => labHosts()[name] ?? "";

async function input(name: string, changes: Partial<AddHostInput> = {}): Promise<AddHostInput> {
  const address = addressOf(name);
  const [probe] = await probeHosts([{ address, port: 22, user: "pi" }]);
  if (probe === undefined || "problem" in probe) throw new Error(`${name} shows no key`);
  const { fingerprint, hostKeyType } = probe;
  return { address, port: 22, user: "pi", fingerprint, hostKeyType, access: PASSWORD, ...changes };
}

const add = async (name: string, changes: Partial<AddHostInput> = {}) =>
  addHost(panel.container, await input(name, changes), BY);

describe("adding hosts", () => {
  it("takes the host's own name, installs the panel's key, forgets the password, writes it down", async () => {
    const row = must(await add("lb"));
    expect(row).toMatchObject({ name: "lb", state: "reachable", sudo: "none", problem: null });
    expect(row.facts?.os.id).toBe("debian");
    const keys = await mustExec("lb", "cat ~pi/.ssh/authorized_keys");
    const { publicLine } = await panel.container.ssh.panelKey();
    expect(keys.split("\n").filter((line) => line === publicLine)).toHaveLength(1);
    expect(await mustExec("lb", "stat -c '%a %U' ~pi/.ssh/authorized_keys")).toBe("600 pi");
    const names = (await panel.container.db.vaultEntry.findMany()).map((entry) => entry.name);
    expect(names).toEqual(["panel/ssh-key"]);
    const audit = await panel.container.db.auditEntry.findFirst({ where: { action: "host.add" } });
    expect(audit?.detail).toContain(row.hostKey ?? "?");
    expect(audit?.detail).not.toContain(LAB_PASSWORD);
  });

  it("works as root, and with an existing key; all at once", async () => {
    const access: HostAccess = { kind: "key", privateKey: readFileSync(labKeyPath, "utf8") };
    const [root, keyed] = await Promise.all([
      add("db", { user: "root" }),
      add("master1", { access, name: "first-master" }),
    ]);
    expect(must(root)).toMatchObject({ name: "db", user: "root", sudo: "none" });
    expect(must(keyed)).toMatchObject({ name: "first-master" });
  });

  it("keeps a sudo password only where sudo asks for one, and uses it", async () => {
    await mustExec(
      "master2",
      `useradd -m -s /bin/bash asked; echo asked:raspberry | chpasswd; echo 'asked ALL=(ALL) ALL' >/etc/sudoers.d/asked`,
    );
    const wrong: HostAccess = { ...PASSWORD, sudoPassword: "wrong" };
    const refused = await add("master2", { user: "asked", access: wrong });
    expect(refused).toMatchObject({
      problem: {
        code: "sudo.password-wrong",
        fields: { "access.sudoPassword": expect.stringContaining("asked") as string },
      },
    });
    const row = must(await add("master2", { user: "asked" }));
    expect(row.sudo).toBe("password");
    expect(must(await checkHost(panel.container, row.id)).state).toBe("reachable");
    await mustExec("master2", "echo asked:changed | chpasswd");
    await panel.container.ssh.forget(row.id);
    expect(must(await checkHost(panel.container, row.id))).toMatchObject({
      state: "unreachable",
      problem: { code: "sudo.password-wrong" },
    });
    must(await removeHost(panel.container, { id: row.id, key: "keep" }, BY));
    expect(await panel.container.db.vaultEntry.count()).toBe(1);
    await mustExec("master2", "rm /etc/sudoers.d/asked; pkill -u asked; userdel -rf asked; true");
  });

  it.each([
    ["a wrong password", { access: { kind: "password", password: "wrong" } }, "access.password"],
    ["a key that is none", { access: { kind: "key", privateKey: "hello" } }, "access.privateKey"],
    ["another port", { port: 2222 }, "port"],
    ["a name that does not exist", { address: "nowhere.invalid" }, "address"],
    ["an address without host", { address: "192.0.2.77" }, "address"],
    ["another host key", { fingerprint: `SHA256:${"A".repeat(43)}` }, "fingerprint"],
  ] as const)("%s is a problem at its own field", async (_title, changes, field) => {
    const refused = await add("worker1", changes);
    if (refused.ok) throw new Error("it was added");
    expect(Object.keys(refused.problem.fields ?? {})).toEqual([field]);
    expect(refused.problem.remedies.length).toBeGreaterThan(0);
    const { publicLine } = await panel.container.ssh.panelKey();
    expect(await mustExec("worker1", "cat ~pi/.ssh/authorized_keys")).not.toContain(publicLine);
  });

  it("refuses a name, an address and a machine that are there already, naming the other", async () => {
    expect(await add("worker1", { name: "lb" })).toMatchObject({
      problem: {
        code: "object.conflict",
        fields: { name: expect.stringContaining("lb") as string },
      },
    });
    expect(await add("lb")).toMatchObject({
      problem: { code: "object.conflict", detail: expect.stringContaining("as lb") as string },
    });
    await mustExec("lb", "ip addr add 10.203.1.99/24 dev eth0");
    const twin = await add("lb", { address: "10.203.1.99", name: "other" });
    await mustExec("lb", "ip addr del 10.203.1.99/24 dev eth0");
    expect(twin).toMatchObject({
      problem: {
        code: "object.conflict",
        detail: expect.stringMatching(/same machine as lb/) as string,
      },
    });
  });
});

describe("hosts of the inventory", () => {
  it("are found by scanning the panel's own networks, and nowhere else", async () => {
    const found = must(await scanNetwork({ cidr: "10.203.1.192/26", port: 22 }));
    const expected = Object.values(labHosts());
    expect(found.map(({ address }) => address).toSorted()).toEqual(expected.toSorted());
    expect(await scanNetwork({ cidr: "192.0.2.0/24", port: 22 })).toMatchObject({
      problem: { code: "input.invalid", fields: { cidr: expect.any(String) as string } },
    });
  });

  it("keep their last facts when they cannot be reached, and say why", async () => {
    await plugHost("spare", "10.203.1.240");
    const row = must(await add("spare"));
    await unplugHost("spare");
    await panel.container.ssh.forget(row.id);
    const rows = await checkHosts(panel.container);
    const spare = rows.find(({ id }) => id === row.id);
    expect(spare).toMatchObject({ state: "unreachable", factsAt: row.factsAt });
    expect(spare?.facts?.hostname).toBe("spare");
    expect(rows.filter(({ state }) => state === "reachable")).toHaveLength(3);

    await plugHost("spare", "10.203.1.240"); // the same address, another machine
    expect(must(await checkHost(panel.container, row.id))).toMatchObject({
      state: "key-changed",
      problem: { code: "ssh.host-key-changed" },
    });
    const { fingerprint } = await input("spare");
    const wrong = { fingerprint: `SHA256:${"B".repeat(43)}`, access: PASSWORD };
    expect(await acceptHostKey(panel.container, { id: row.id, input: wrong }, BY)).toMatchObject({
      problem: { code: "ssh.host-key-changed" },
    });
    expect(
      await acceptHostKey(panel.container, { id: row.id, input: { fingerprint } }, BY),
    ).toMatchObject({
      problem: { code: "ssh.auth-failed" },
    });
    const right = { fingerprint, access: PASSWORD };
    expect(
      must(await acceptHostKey(panel.container, { id: row.id, input: right }, BY)),
    ).toMatchObject({
      state: "reachable",
      hostKey: fingerprint,
    });
    must(await removeHost(panel.container, { id: row.id, key: "keep" }, BY));
    await unplugHost("spare");
  });

  it("are renamed and moved; a name that is taken is refused at its field", async () => {
    const row = must(await add("worker2", { name: "w" }));
    const change = (changes: object) => updateHost(panel.container, { id: row.id, changes }, BY);
    expect(must(await change({ name: "worker2" })).name).toBe("worker2");
    expect(await change({ name: "lb" })).toMatchObject({
      problem: { fields: { name: expect.any(String) as string } },
    });
    expect(await change({ address: addressOf("lb") })).toMatchObject({
      problem: { fields: { address: expect.any(String) as string } },
    });
  });
});

describe("preflight of a cluster", () => {
  const spec = async () => {
    const rows = await panel.container.db.host.findMany();
    const id = (name: string) => rows.find((row) => row.name === name)?.id ?? "?";
    return clusterSpec.parse({
      name: "test",
      topology: "ha-external-database",
      k3sVersion: "v1.34.4+k3s1",
      source: { kind: "release" },
      apiAddress: addressOf("lb"),
      members: [
        { hostId: id("lb"), role: "load-balancer" },
        { hostId: id("db"), role: "datastore" },
        { hostId: id("first-master"), role: "server" },
        { hostId: id("worker2"), role: "agent" },
      ],
    });
  };

  it("finds no blocker on bare hosts, and every port open, in seconds", async () => {
    const startedMs = performance.now();
    const findings = await preflightCluster(
      panel.container,
      { spec: await spec(), deep: true },
      new AbortController().signal,
    );
    expect(findings.filter(({ severity }) => severity === "blocker")).toEqual([]);
    expect(findings.map(({ id }) => id)).not.toContain("ports.untested");
    expect(performance.now() - startedMs).toBeLessThan(15_000);
    expect((await exec("db", "ls /var/lib/gandalf/fsync-*")).code).not.toBe(0);
    expect((await exec("db", "pgrep -x perl")).code).toBe(1);
  });

  it("proves a firewall between hosts by real packets, and a taken port by its program", async () => {
    await mustExec(
      "db",
      "nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; }'; nft add rule inet t in tcp dport 3306 drop",
    );
    await mustExec(
      "lb",
      "systemd-run -q --unit=squatter python3 -m http.server 443; timeout 5 sh -c 'until ss -Hltn | grep -q :443; do sleep 0.1; done'",
    );
    await checkHosts(panel.container);
    const findings = await preflightCluster(
      panel.container,
      { spec: await spec(), deep: true },
      new AbortController().signal,
    );
    await mustExec("db", "nft delete table inet t");
    await mustExec("lb", "systemctl stop squatter");
    const blockers = findings.filter(({ severity }) => severity === "blocker");
    expect(blockers.map(({ title }) => title).toSorted()).toEqual([
      "Port 443/tcp is taken",
      "first-master does not reach db on 3306/tcp",
    ]);
  });
});
