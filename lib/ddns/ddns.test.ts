import { describe, expect, it } from "vitest";
import { explainWord } from "./explain-word";
import { confirmation } from "./provider";
import { readCache } from "./read-cache";

describe("what the client wrote down", () => {
  it("is read from the versions of Debian 12 and later", () => {
    const text = `## ddclient-3.10.0
## last updated at Mon Nov 23 20:00:00 2026 (1795464000)
atime=0,host=gandalf9.ddns.net,ip=203.0.113.7,mtime=1795464000,status=good,status-ipv4=noconnect,warned-min-interval=0,wtime=30 gandalf9.ddns.net
atime=1795464000,backupmx=0,host=a.example.net,ipv4=,status-ipv4=badauth,wtime=1795467600 a.example.net
`;
    expect(readCache(text)).toEqual([
      {
        host: "gandalf9.ddns.net",
        word: "good",
        address: "203.0.113.7",
        updatedAtMs: 1_795_464_000_000,
        triedAtMs: null,
        waitUntilMs: 30_000,
      },
      {
        host: "a.example.net",
        word: "badauth",
        address: null,
        updatedAtMs: null,
        triedAtMs: 1_795_464_000_000,
        waitUntilMs: 1_795_467_600_000,
      },
    ]);
  });

  it("is nothing when there is none, and nothing of what is no line of it", () => {
    expect(readCache("")).toEqual([]);
    expect(readCache("garbage\n\n##\n")).toEqual([]);
  });
});

describe("a provider's answer", () => {
  it("that no patience mends is told from one that passes", () => {
    expect(explainWord("good").isWell).toBe(true);
    expect(explainWord("badauth")).toMatchObject({ isWell: false, isFinal: true });
    expect(explainWord("911")).toMatchObject({ isWell: false, isFinal: false });
  });

  it("that nobody knows is shown as it came", () => {
    expect(explainWord("teapot").sentence).toBe('The provider says "teapot".');
  });
});

describe("a free name", () => {
  it("of No-IP ends after 30 days, which is said a week before", () => {
    const at = new Date("2026-11-01T00:00:00Z");
    expect(confirmation({ provider: "no-ip" }, at)).toEqual({
      remindAt: new Date("2026-11-24T00:00:00Z"),
      endsAt: new Date("2026-12-01T00:00:00Z"),
    });
  });

  it("of others stays", () => {
    expect(confirmation({ provider: "duckdns" }, new Date())).toBeNull();
  });
});
