import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addHost as plugHost,
  cut,
  exec,
  heal,
  LAB_PASSWORD,
  mustExec,
  removeHost as unplugHost,
  start,
  stop,
} from "@/lab/lab";
import type { HostSettings } from "@/lib/schemas/host-settings";
import type { JobRow } from "@/lib/schemas/job";
import type { HostOperation } from "@/lib/schemas/operation";
import type { Container } from "@/server/container";
import { addHost } from "@/server/services/add-host";
import { findJob } from "@/server/services/find-job";
import { previewHostOperation } from "@/server/services/preview-operation";
import { probeHosts } from "@/server/services/probe-hosts";
import { readHostSettings } from "@/server/services/read-host-settings";
import { resumeJob } from "@/server/services/resume-job";
import { startHostJob } from "@/server/services/start-host-job";
import { loadView } from "@/server/jobs/journal";
import { must } from "@/server/ssh/testing/lab-target";
import { systemClock } from "@/server/system-clock";
import { testContainer, type TestContainer } from "@/server/testing/test-container";

const BY = {
  user: {
    id: "u",
    name: "Test",
    email: "t@panel.test",
    role: "administrator" as const,
    permissions: [],
  },
  address: "192.0.2.1",
};
const GATEWAY = "10.203.1.254";
/** A trial, the panel's patience with it, and a slow machine. */
const TRIAL_MS = 240_000;

let panel: TestContainer;
let c: Container;
beforeAll(async () => {
  panel = await testContainer({}, { ...systemClock, advance: () => undefined });
  c = panel.container;
});
afterAll(() => panel[Symbol.asyncDispose]());

/** A host of its own whose eth0 is ruled as `ruled` says. */
async function hostOf(name: string, address: string, ruled: string): Promise<string> {
  await plugHost(name, address);
  await mustExec(name, ruled);
  const place = { address, port: 22, user: "pi" };
  const [probe] = await probeHosts([place]);
  if (probe === undefined || "problem" in probe) throw new Error(`${name} shows no key`);
  const { fingerprint, hostKeyType } = probe;
  const access = { kind: "password", password: LAB_PASSWORD } as const;
  return must(await addHost(c, { ...place, name, fingerprint, hostKeyType, access }, BY)).id;
}

const install = (name: string) =>
  `{ apt-get update && apt-get install -y --no-install-recommends ${name}; } >/dev/null 2>&1`;

const networkd = (address: string) =>
  `printf '[Match]\\nName=eth0\\n[Network]\\nAddress=${address}/24\\nGateway=${GATEWAY}\\n' >/etc/systemd/network/20-lan.network
systemctl enable --now systemd-networkd.service`;

const ifupdown = (address: string) =>
  `${install("ifupdown")}
printf 'auto lo\\niface lo inet loopback\\n\\nauto eth0\\niface eth0 inet static\\n    address ${address}/24\\n    gateway ${GATEWAY}\\n    mtu 1400\\n' >/etc/network/interfaces
ip address flush dev eth0; ifup --force eth0`;

/** netplan tells udev, which no practice host has: devices are the machine's. */
const netplan = (address: string) =>
  `${install("netplan.io")}
printf '#!/bin/sh\\n' >/usr/local/sbin/udevadm; chmod 755 /usr/local/sbin/udevadm
printf 'network:\\n  version: 2\\n  ethernets:\\n    eth0:\\n      addresses: [${address}/24]\\n      routes: [{to: default, via: ${GATEWAY}}]\\n' >/etc/netplan/50-cloud-init.yaml
chmod 600 /etc/netplan/50-cloud-init.yaml; systemctl enable --now systemd-networkd.service; netplan apply 2>/dev/null; sleep 1`;

const networkManager = (address: string) =>
  `${install("network-manager")}
systemctl enable --now NetworkManager.service
nmcli connection add type ethernet con-name lan ifname eth0 ipv4.method manual ipv4.addresses ${address}/24 ipv4.gateway ${GATEWAY}
nmcli connection up lan`;

const dhcpcd = (address: string) =>
  `printf 'nodev\\ninterface eth0\\nstatic ip_address=${address}/24\\nstatic routers=${GATEWAY}\\nmetric 200\\n' >/etc/dhcpcd.conf
${install("-o Dpkg::Options::=--force-confold dhcpcd5")}
systemctl enable --now dhcpcd.service; sleep 2`;

const operationOf = (id: string, settings: HostSettings): HostOperation => ({
  kind: "prepare-host",
  hostIds: [id],
  settings,
  boots: {},
});

async function begin(id: string, settings: HostSettings): Promise<JobRow> {
  const operation = operationOf(id, settings);
  return must(await startHostJob(c, { hostId: id, operation, skips: {}, ...BY }));
}

async function ended(jobId: string) {
  for (;;) {
    const job = must(await findJob(c.db, jobId));
    if (!["queued", "running"].includes(job.state)) {
      const view = await loadView(jobId, c.db);
      const failed = Object.values(view.nodes).find((node) => node.state === "failed");
      return { state: job.state, failed };
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const change = async (id: string, settings: HostSettings) => ended((await begin(id, settings)).id);
/** A firewall of the host's own: gone with the power. */
const dropping = (what: string) =>
  `nft 'table inet test { chain input { type filter hook input priority 0; ${what} drop; }; }'`;
const isOnTrial = async (name: string) =>
  (await exec(name, "test -e /var/lib/gandalf/trial/pending")).code === 0;
const placeOf = (id: string) =>
  c.db.host.findUniqueOrThrow({ where: { id }, select: { address: true, port: true, name: true } });
const addressesOn = (name: string) => mustExec(name, "ip -4 -o address show dev eth0");
const fixed = (address: string, gateway = GATEWAY) => ({
  address: { interface: "eth0", address: `${address}/24`, gateway, dns: [] },
});

async function differing(id: string, settings: HostSettings): Promise<readonly string[]> {
  const plan = must(await previewHostOperation(c, id, operationOf(id, settings)));
  return plan.nodes.filter(({ state }) => state !== "in-sync").map((node) => node.id);
}

describe.concurrent("a host's own settings", { timeout: TRIAL_MS }, () => {
  it("are changed and found as they were wanted, and drift is told", async () => {
    const id = await hostOf("set-a", "10.203.1.101", networkd("10.203.1.101"));
    const cmdline = "console=tty1 root=PARTUUID=4e639091-02 rootwait";
    await mustExec(
      "set-a",
      `mkdir -p /boot/firmware; echo '${cmdline}' >/boot/firmware/cmdline.txt`,
    );
    const wanted: HostSettings = {
      hostName: "worker9",
      timeZone: "Europe/Madrid",
      locale: "es_ES.UTF-8",
      keyboard: { layout: "es" },
      swapOff: true,
      memoryCgroups: true,
      ssh: { port: 2222, keyOnly: true },
      ...fixed("10.203.1.102"),
    };
    expect((await change(id, wanted)).failed?.problem).toBeUndefined();
    expect(await placeOf(id)).toEqual({ name: "worker9", address: "10.203.1.102", port: 2222 });
    const { settings } = must(await readHostSettings(c, id));
    expect(settings).toMatchObject({
      hostName: "worker9",
      timeZone: "Europe/Madrid",
      locale: "es_ES.UTF-8",
      keyboard: "es",
      ssh: { ports: [2222], passwords: false },
      network: { manager: "networkd", addresses: [{ cidr: "10.203.1.102/24" }], gateway: GATEWAY },
    });
    expect(await mustExec("set-a", "cat /boot/firmware/cmdline.txt")).toBe(
      `${cmdline} cgroup_enable=cpuset cgroup_enable=memory cgroup_memory=1`,
    );
    expect(await mustExec("set-a", "cat /var/lib/gandalf/previous/boot/firmware/cmdline.txt")).toBe(
      cmdline,
    );
    expect(await differing(id, wanted)).toEqual([]);
    await mustExec("set-a", "ln -sf /usr/share/zoneinfo/Etc/UTC /etc/localtime");
    expect(await differing(id, wanted)).toEqual(["worker9/host.time-zone"]);
    await unplugHost("set-a");
  });

  it("return by themselves when the panel cannot reach the new address", async () => {
    const id = await hostOf("set-b", "10.203.1.111", networkd("10.203.1.111"));
    const before = await mustExec("set-b", "cat /etc/systemd/network/*");
    // Another network: nothing that the panel sends can come back.
    const lost = { interface: "eth0", address: "10.99.0.5/24", gateway: "10.99.0.1", dns: [] };
    const { state, failed } = await change(id, { address: lost });
    expect(state).toBe("failed");
    expect(failed?.problem?.code).toBe("host.returned");
    expect(failed?.problem?.evidence?.tail.join("\n")).toContain("the old settings are back");
    expect(await placeOf(id)).toMatchObject({ address: "10.203.1.111" });
    expect(await mustExec("set-b", "cat /etc/systemd/network/*")).toBe(before);
    expect(await addressesOn("set-b")).toContain("10.203.1.111/24");
    await unplugHost("set-b");
  });

  it.each([
    { manager: "ifupdown", name: "set-c1", at: 12, ruled: ifupdown },
    { manager: "netplan", name: "set-c2", at: 16, ruled: netplan },
    { manager: "networkmanager", name: "set-c3", at: 17, ruled: networkManager },
    { manager: "dhcpcd", name: "set-c4", at: 18, ruled: dhcpcd },
  ])(
    "go through $manager where that rules, and back again",
    async ({ manager, name, at, ruled }) => {
      const [before, after] = [`10.203.1.${at}1`, `10.203.1.${at}2`];
      const id = await hostOf(name, before, ruled(before));
      expect(must(await readHostSettings(c, id)).settings.network?.manager).toBe(manager);
      expect((await change(id, fixed(after))).failed?.problem).toBeUndefined();
      expect(await placeOf(id)).toMatchObject({ address: after });
      expect(await addressesOn(name)).not.toContain(before);
      const wrong = { interface: "eth0", address: "10.99.0.6/24", gateway: "10.99.0.1", dns: [] };
      expect((await change(id, { address: wrong })).failed?.problem?.code).toBe("host.returned");
      expect(await addressesOn(name)).toContain(`${after}/24`);
      await unplugHost(name);
    },
  );

  it("return when the link is lost in the middle, and Resume brings them", async () => {
    const id = await hostOf("set-d", "10.203.1.131", networkd("10.203.1.131"));
    await mustExec("set-d", dropping("ip daddr 10.203.1.132"));
    const { id: jobId } = await begin(id, fixed("10.203.1.132"));
    await until(() => isOnTrial("set-d"));
    await cut("set-d");
    await until(async () => !(await isOnTrial("set-d")));
    await heal("set-d");
    await mustExec("set-d", "nft delete table inet test");
    expect((await ended(jobId)).failed?.problem?.code).toBe("host.returned");
    expect(await addressesOn("set-d")).toContain("10.203.1.131/24");
    must(await resumeJob(c, { jobId, skips: {}, ...BY }));
    expect((await ended(jobId)).failed?.problem).toBeUndefined();
    expect(await placeOf(id)).toMatchObject({ address: "10.203.1.132" });
    await unplugHost("set-d");
  });

  it("return at the next start when the power goes in the middle", async () => {
    const id = await hostOf("set-e", "10.203.1.141", networkd("10.203.1.141"));
    await mustExec("set-e", dropping("tcp dport 2222"));
    const { id: jobId } = await begin(id, { ssh: { port: 2222, keyOnly: true } });
    await until(async () => (await mustExec("set-e", "sshd -T | grep '^port '")) === "port 2222");
    await stop("set-e");
    await start("set-e");
    expect(await isOnTrial("set-e")).toBe(false);
    expect(await mustExec("set-e", "sshd -T | grep '^port '")).toBe("port 22");
    expect(await mustExec("set-e", "ls /etc/ssh/sshd_config.d")).toBe("lab.conf");
    expect((await ended(jobId)).failed?.problem?.code).toBe("host.returned");
    expect(await placeOf(id)).toMatchObject({ port: 22 });
    await unplugHost("set-e");
  });

  it("are found again at the new place when the panel dies before it has noted it", async () => {
    const id = await hostOf("set-f", "10.203.1.151", networkd("10.203.1.151"));
    const { id: jobId } = await begin(id, { ssh: { port: 2222 } });
    expect((await ended(jobId)).failed?.problem).toBeUndefined();
    await c.db.host.update({ where: { id }, data: { port: 22 } });
    await c.db.job.update({ where: { id: jobId }, data: { state: "interrupted" } });
    await c.ssh.forget(id);
    must(await resumeJob(c, { jobId, skips: {}, ...BY }));
    expect((await ended(jobId)).failed?.problem).toBeUndefined();
    expect(await placeOf(id)).toMatchObject({ port: 2222 });
    await unplugHost("set-f");
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}
