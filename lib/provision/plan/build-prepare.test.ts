import { describe, expect, it } from "vitest";
import type { HostId } from "@/lib/provision/host";
import { checkHostOperation } from "@/lib/provision/roles/check-host-operation";
import type { ManagedHost } from "@/lib/provision/roles/managed-host";
import { before } from "@/lib/provision/testing/reference-input";
import type { HostSettings } from "@/lib/schemas/host-settings";
import { buildHostRebootPlan } from "./build-host-reboot";
import { buildPreparePlan } from "./build-prepare";

const host = (name: string, clusterName: string | null = null): ManagedHost => ({
  id: `id-${name}` as HostId,
  name,
  ...{ address: "192.168.1.57", port: 22, clusterName },
});
const ADDRESS = {
  interface: "eth0",
  address: "192.168.1.220/24",
  gateway: "192.168.1.1",
  dns: [],
};
const ALL: HostSettings = {
  ...{ timeZone: "Europe/Madrid", swapOff: true, memoryCgroups: true },
  ssh: { port: 2222 },
  address: ADDRESS,
};
const plan = (hosts: readonly ManagedHost[], settings: HostSettings) =>
  buildPreparePlan({ hosts, settings, boots: {} });

describe("a plan of settings", () => {
  it("has nothing but what was asked for", () => {
    expect([...plan([host("pi")], { timeZone: "UTC" }).nodes.keys()]).toEqual([
      "pi/host.time-zone",
    ]);
  });

  it("puts what takes it back onto the host first, then sshd, then the address, then the reboot", () => {
    const built = plan([host("pi")], ALL);
    expect([...before(built, "pi/host.sshd")]).toEqual(
      expect.arrayContaining([
        "pi/trial.over",
        "pi/trial.program",
        "pi/trial.unit",
        "pi/host.swap",
      ]),
    );
    expect(before(built, "pi/host.address")).toContain("pi/host.sshd");
    expect(before(built, "pi/host.reboot")).toContain("pi/host.address");
  });

  it("never reboots a cluster's node", () => {
    expect([...plan([host("pi", "gandalf")], ALL).nodes.keys()]).not.toContain("pi/host.reboot");
  });
});

describe("a host of a cluster", () => {
  const member = host("pi", "gandalf");
  const asked = (settings: HostSettings) =>
    checkHostOperation({ kind: "prepare-host", hostIds: [member.id], settings, boots: {} }, [
      member,
    ]);

  it("keeps its name and its address, and says which field", () => {
    expect(asked({ hostName: "other" })?.fields).toHaveProperty(["settings.hostName"]);
    expect(asked({ address: ADDRESS })?.fields).toHaveProperty(["settings.address.address"]);
  });

  it("may have its own address made fixed, and its sshd moved", () => {
    expect(asked({ address: { ...ADDRESS, address: "192.168.1.57/24" } })).toBeNull();
    expect(asked({ ssh: { port: 2222, keyOnly: true }, hostName: "pi" })).toBeNull();
  });

  it("is rebooted by its cluster only", () => {
    const reboot = { kind: "reboot", hostIds: [member.id], boots: {} } as const;
    expect(checkHostOperation({ ...reboot, hostIds: [member.id] }, [member])?.code).toBe(
      "object.conflict",
    );
  });
});

it("hosts of no cluster are rebooted one after another", () => {
  const hosts = [host("a"), host("b")];
  const built = buildHostRebootPlan({ hosts, boots: {}, panelBoot: null });
  expect([...before(built, "b/host.reboot")]).toEqual(["a/host.reboot"]);
});
