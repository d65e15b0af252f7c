import { describe, expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { cgroups } from "./cgroups";
import { hostName } from "./host-name";
import { swapState } from "./swap";
import { sysctlValues } from "./sysctl-values";
import { timeSync } from "./time-sync";

describe("kernel parameters", () => {
  it("are null where the kernel does not know them, and keep an empty value", () => {
    const stdout =
      "/proc/sys/net/ipv4/ip_forward:0\n/proc/sys/kernel/domainname:\n/proc/sys/net/ipv4/tcp_rmem:4096\t131072  6291456\n";
    const keys = ["net.ipv4.ip_forward", "kernel.domainname", "net.ipv4.tcp_rmem", "no.such"];
    expect(sysctlValues.parse(output(stdout, 2), { keys })).toEqual({
      ok: true,
      value: {
        "net.ipv4.ip_forward": "0",
        "kernel.domainname": "",
        "net.ipv4.tcp_rmem": "4096 131072 6291456",
        "no.such": null,
      },
    });
  });
});

describe("control groups", () => {
  it("are read in version 2", () => {
    expect(
      cgroups.parse(
        output("v2 cpuset cpu io memory pids\ncmdline /boot/firmware/cmdline.txt\n"),
        {},
      ),
    ).toEqual({
      ok: true,
      value: {
        version: 2,
        enabled: ["cpuset", "cpu", "io", "memory", "pids"],
        cmdlineFile: "/boot/firmware/cmdline.txt",
      },
    });
  });
  it("are read in version 1, without those that are disabled", () => {
    const stdout =
      "#subsys_name\thierarchy\tnum_cgroups\tenabled\ncpuset\t3\t8\t1\nmemory\t0\t85\t0\nnet_cls\t0\t85\t1\n";
    expect(cgroups.parse(output(stdout), {})).toEqual({
      ok: true,
      value: { version: 1, enabled: ["cpuset", "net_cls"], cmdlineFile: null },
    });
  });
  it("may be none at all", () => {
    expect(cgroups.parse(output("v2 \n"), {})).toMatchObject({
      value: { version: 2, enabled: [] },
    });
  });
});

describe("swap", () => {
  it("is told with what would bring it back", () => {
    const stdout = [
      "container=none",
      "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority",
      "/var/swap                               file\t\t102396\t\t0\t\t-2",
      "--units",
      "Id=dphys-swapfile.service",
      "LoadState=loaded",
      "ActiveState=active",
      "UnitFileState=enabled",
      "",
      "Id=zramswap.service",
      "LoadState=not-found",
      "ActiveState=inactive",
      "UnitFileState=",
      "--generators",
      "rpi",
      "--fstab",
      "/dev/sda1 / ext4 defaults 0 1",
      "",
    ].join("\n");
    expect(swapState.parse(output(stdout), {})).toEqual({
      ok: true,
      value: {
        container: null,
        active: ["/var/swap"],
        services: ["dphys-swapfile.service"],
        generators: ["rpi"],
        fstab: "/dev/sda1 / ext4 defaults 0 1\n",
      },
    });
  });
  it("tells an empty fstab from none", () => {
    expect(swapState.parse(output("container=lxc\n--units\n--fstab\n"), {})).toMatchObject({
      value: { fstab: "", container: "lxc" },
    });
    expect(swapState.parse(output("container=none\n--units\n--fstab\n--none\n"), {})).toMatchObject(
      { value: { fstab: null } },
    );
  });
});

it("tells time services that run from those that are only there", () => {
  const stdout =
    "container=none\nId=chrony.service\nLoadState=loaded\nActiveState=active\nUnitFileState=enabled\n\nId=ntp.service\nLoadState=not-found\nActiveState=inactive\nUnitFileState=\n";
  expect(timeSync.parse(output(stdout), {})).toEqual({
    ok: true,
    value: {
      container: null,
      services: [
        { unit: "chrony.service", exists: true, active: true, enabled: true },
        { unit: "ntp.service", exists: false, active: false, enabled: false },
      ],
    },
  });
});

it("tells the name now from the one after a boot", () => {
  expect(hostName.parse(output("pi\nmaster1\n"), {})).toEqual({
    ok: true,
    value: { live: "pi", saved: "master1" },
  });
  expect(hostName.parse(output("pi\n"), {})).toEqual({
    ok: true,
    value: { live: "pi", saved: null },
  });
  expect(hostName.parse(output("", 1), {}).ok).toBe(false);
});
