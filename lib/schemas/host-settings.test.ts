import { describe, expect, it } from "vitest";
import { hostSettings, staticAddress } from "./host-settings";
import { hostOperation } from "./operation";

const GOOD = { interface: "eth0", address: "192.168.1.220/24", gateway: "192.168.1.1" };

describe("a fixed address", () => {
  it("is one with its network and a gateway in it", () => {
    expect(staticAddress.parse(GOOD)).toEqual({ ...GOOD, dns: [] });
  });

  it.each([
    ["no prefix", { address: "192.168.1.220" }, "address"],
    ["a prefix of one host", { address: "192.168.1.220/32" }, "address"],
    ["the network itself", { address: "192.168.1.0/24" }, "address"],
    ["the broadcast address", { address: "192.168.1.255/24" }, "address"],
    ["a loopback address", { address: "127.0.0.2/24" }, "address"],
    ["a multicast address", { address: "224.0.0.5/24" }, "address"],
    ["IPv6 in an IPv4 field", { address: "fd00::5/64" }, "address"],
    ["a gateway in another network", { gateway: "192.168.2.1" }, "gateway"],
    ["itself as the gateway", { gateway: "192.168.1.220" }, "gateway"],
    ["an interface with a command", { interface: "eth0;reboot" }, "interface"],
    ["an interface with a line's end", { interface: "eth0\nx" }, "interface"],
    ["a name for a name server", { dns: ["dns.example"] }, "dns.0"],
  ])("is refused with %s, and says where", (_, change, path) => {
    const read = staticAddress.safeParse({ ...GOOD, ...change });
    expect(read.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});

describe("settings", () => {
  it.each([
    { timeZone: "../../etc/shadow" },
    { timeZone: "/etc/passwd" },
    { timeZone: "Europe/Madrid\n" + "x" },
    { locale: "es_ES.ISO-8859-1" },
    { locale: "$(reboot).UTF-8" },
    { keyboard: { layout: 'es"\nX="' } },
    { ssh: { port: 0 } },
    { ssh: { port: 65_536 } },
    { hostName: "Not A Name" },
  ])("%j are refused", (settings) => {
    expect(hostSettings.safeParse(settings).success).toBe(false);
  });

  it("with a name are for one host only", () => {
    const operation = { kind: "prepare-host", hostIds: ["a", "b"], settings: { hostName: "pi" } };
    const read = hostOperation.safeParse(operation);
    expect(read.error?.issues[0]?.path).toEqual(["settings", "hostName"]);
  });
});
