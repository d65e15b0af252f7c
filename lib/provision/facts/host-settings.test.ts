import { describe, expect, it } from "vitest";
import { output } from "@/lib/provision/testing/output";
import { bootArguments } from "./boot-arguments";
import { hostNetwork } from "./host-network";
import { localeState } from "./locale";
import { nameServers } from "./name-servers";
import { sshdState } from "./sshd-state";
import { timeZoneState } from "./time-zone";

const lines = (...text: readonly string[]) => output(`${text.join("\n")}\n`);

describe("who rules an interface", () => {
  const eth0 = { interface: "eth0" };

  it("is told with its addresses and the files that say so", () => {
    const said = lines(
      "exists",
      "address 2: eth0    inet 192.168.1.57/24 brd 192.168.1.255 scope global dynamic eth0",
      "route default via 192.168.1.1 proto dhcp metric 100",
      "manager ifupdown",
      "file 644 /etc/network/interfaces",
      "|auto eth0",
      "|file 600 /not/a/file",
      "file 600 /etc/resolv.conf",
      "|nameserver 192.168.1.1",
    );
    expect(hostNetwork.parse(said, eth0)).toEqual({
      ok: true,
      value: {
        ...{ exists: true, wireless: false, compound: false, manager: "ifupdown" },
        addresses: [{ cidr: "192.168.1.57/24", dynamic: true }],
        gateway: "192.168.1.1",
        files: {
          cloudInit: false,
          texts: {
            "/etc/network/interfaces": { text: "auto eth0\nfile 600 /not/a/file\n", mode: 0o644 },
            "/etc/resolv.conf": { text: "nameserver 192.168.1.1\n", mode: 0o600 },
          },
        },
      },
    });
  });

  it("is nobody where no manager answers for it", () => {
    expect(hostNetwork.parse(lines("manager none"), eth0)).toMatchObject({
      value: { exists: false, manager: null, addresses: [], gateway: null },
    });
  });
});

it("sshd's settings are what sshd itself says, beside the files", () => {
  const said = lines(
    ...["port 22", "port 2200", "passwordauthentication yes"],
    ...["--others", "/etc/ssh/sshd_config.d/x.conf", "--drop-in", "--none", "--config", "Port 22"],
  );
  expect(sshdState.parse(said, {})).toEqual({
    ok: true,
    value: {
      ports: [22, 2200],
      passwords: true,
      config: "Port 22\n",
      dropIn: null,
      otherPorts: ["/etc/ssh/sshd_config.d/x.conf"],
    },
  });
});

it("a host without cmdline.txt has none; a Raspberry Pi's keeps the mode of its FAT partition", () => {
  expect(bootArguments.parse(lines("quiet"), {})).toEqual({
    ok: true,
    value: { file: null, live: "quiet" },
  });
  const pi = lines("live", "--file /boot/firmware/cmdline.txt 755 root:root", "root=x rootwait");
  expect(bootArguments.parse(pi, {})).toMatchObject({
    value: { file: { text: "root=x rootwait\n", mode: 0o755, owner: "root:root" }, live: "live" },
  });
});

it("a time zone is the link's, with Debian's second place beside it", () => {
  const zone = { zone: "Europe/Madrid" };
  const trixie = lines("/usr/share/zoneinfo/Europe/Madrid", "known");
  expect(timeZoneState.parse(trixie, zone)).toMatchObject({
    value: { zone: "Europe/Madrid", timezoneFile: null, known: true },
  });
  expect(timeZoneState.parse(lines("", "none", "Etc/UTC"), zone)).toMatchObject({
    value: { zone: null, timezoneFile: "Etc/UTC", known: null },
  });
});

it("a locale is told with those that are built, and whether more can be", () => {
  const said = lines("en_GB.UTF-8", "--built", "C", "en_GB.utf8", "--gen", "--none");
  expect(localeState.parse(said, {})).toEqual({
    ok: true,
    value: { lang: "en_GB.UTF-8", built: ["C", "en_GB.utf8"], gen: null },
  });
});

it("name servers are those of IPv4, without comments", () => {
  const said = lines("# nameserver 9.9.9.9", "nameserver 192.168.1.1", "nameserver fe80::1");
  expect(nameServers.parse(said, {})).toEqual({ ok: true, value: ["192.168.1.1"] });
});
