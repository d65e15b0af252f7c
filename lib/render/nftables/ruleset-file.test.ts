import { describe, expect, it } from "vitest";
import { compileHost } from "@/lib/network/compile/compile-host";
import { dmzView, flatView, hostOf } from "@/lib/network/testing/dmz-view";
import { rulesetFile } from "./ruleset-file";

const NOW = new Date("2026-11-23T12:00:00Z");

describe("a host's rules", () => {
  it.each([
    ["dmz", "fw1"],
    ["dmz", "fw2"],
    ["dmz", "master1"],
    ["dmz", "db"],
    ["flat", "lb"],
  ] as const)("of the %s preset on %s are as they were", async (preset, name) => {
    const view = preset === "dmz" ? dmzView() : flatView();
    await expect(rulesetFile(compileHost(view, hostOf(view, name), NOW))).toMatchFileSnapshot(
      `./__golden__/${preset}-${name}.nft`,
    );
  });

  it("never touch another table", () => {
    const view = dmzView();
    const text = rulesetFile(compileHost(view, hostOf(view, "fw1"), NOW));
    expect(text).not.toContain("flush");
    expect(text.match(/^(add|delete|table) .*$/gm)).toEqual([
      "add table inet gandalf",
      "delete table inet gandalf",
      "table inet gandalf {",
    ]);
  });

  it("translate only on the firewall that has the internet before it", () => {
    const view = dmzView();
    const chains = (name: string) =>
      compileHost(view, hostOf(view, name), NOW).chains.map((chain) => chain.name);
    expect(chains("fw1")).toEqual(expect.arrayContaining(["coming", "leaving", "through"]));
    expect(chains("fw2")).toContain("through");
    expect(chains("fw2")).not.toContain("coming");
    expect(chains("db")).not.toContain("through");
    expect(chains("master1")).toContain("pods");
  });

  it("leave out exceptions that have ended, and let the host end the others", () => {
    const view = dmzView((site) => ({
      ...site,
      exceptions: ["2026-11-23T11:00:00Z", "2026-11-23T13:00:00Z"].map((until) => ({
        verdict: "allow" as const,
        from: "192.168.1.50/32",
        to: "192.168.3.200/32",
        until,
        reason: "looking",
      })),
    }));
    const text = rulesetFile(compileHost(view, hostOf(view, "db"), NOW));
    expect(text.match(/meta time < \d+/g)).toEqual(["meta time < 1795438800"]);
  });

  it("limit what comes through a forward per source", () => {
    const view = dmzView();
    const text = rulesetFile(compileHost(view, hostOf(view, "fw1"), NOW));
    expect(text).toContain(
      "update @rate_forward_tcp-2200.4 { ip saddr limit rate over 20/minute burst 10 packets }",
    );
  });
});
