import { describe, expect, it } from "vitest";
import type { HostSettingsNow } from "@/lib/schemas/host-settings-now";
import { changedTopics, draftOf, readDraft, suggestionsFor, withoutTopic } from "./settings-draft";

const PI: HostSettingsNow = {
  hostName: "raspberrypi",
  timeZone: "Europe/London",
  locale: "en_GB.UTF-8",
  keyboard: "gb",
  swap: ["/var/swap"],
  container: null,
  memoryCgroups: false,
  cmdlineFile: "/boot/firmware/cmdline.txt",
  ssh: { ports: [22], passwords: true },
  network: {
    interface: "eth0",
    manager: "networkmanager",
    addresses: [{ cidr: "192.168.1.57/24", dynamic: true }],
    gateway: "192.168.1.1",
    dns: ["192.168.1.1"],
  },
};
const MADRID = { zone: "Europe/Madrid", isMember: false };

describe("the form of a host's settings", () => {
  it("changes nothing as it is opened, and nothing but what was changed", () => {
    const draft = draftOf(PI);
    expect(changedTopics(PI, draft)).toEqual([]);
    expect(readDraft(PI, draft).settings).toEqual({});
    expect(readDraft(PI, { ...draft, port: "2222" }).settings).toEqual({ ssh: { port: 2222 } });
  });

  it("suggests the browser's time zone, no swap and memory limits for a new Raspberry Pi", () => {
    expect(suggestionsFor(PI, MADRID)).toEqual({
      timeZone: "Europe/Madrid",
      swapOff: true,
      memoryCgroups: true,
    });
  });

  it("leaves a zone that somebody chose, a cluster's node and a PC alone", () => {
    const chosen = { ...PI, timeZone: "Europe/Paris", swap: [], cmdlineFile: null };
    expect(suggestionsFor(chosen, MADRID)).toEqual({});
    expect(suggestionsFor(PI, { ...MADRID, isMember: true })).not.toHaveProperty("memoryCgroups");
  });

  it("names the field of what is wrong", () => {
    const draft = { ...draftOf(PI), fixed: true, gateway: "10.0.0.1", port: "0" };
    const { problems } = readDraft(PI, draft);
    expect(Object.keys(problems ?? {}).toSorted()).toEqual(["gateway", "port"]);
  });

  it("takes an address back as a whole", () => {
    const draft = { ...draftOf(PI), fixed: true, address: "192.168.1.220/24", dns: "" };
    expect(readDraft(PI, draft).settings?.address).toMatchObject({ dns: [], interface: "eth0" });
    expect(withoutTopic(PI, draft, "fixed")).toEqual(draftOf(PI));
  });
});
