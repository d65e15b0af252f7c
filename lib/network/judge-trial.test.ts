import { describe, expect, it } from "vitest";
import type { MeasuredPair } from "@/lib/schemas/site-view-row";
import { judgeSigns, judgeTrial } from "./judge-trial";

const pair = (expected: "open" | "blocked", measured: MeasuredPair["measured"]): MeasuredPair => ({
  ...{ from: "a", to: "b", protocol: "tcp", port: 80, zones: ["dmz", "home"] },
  ...{ fromAddress: "192.168.3.1", toAddress: "192.168.1.1", expected, measured },
});
const judge = (before: MeasuredPair[], during: MeasuredPair) =>
  judgeTrial(before, [during], (id) => `host ${id}`).slice(1);

describe("what is measured while rules are on trial", () => {
  it("says nothing of what is as it shall be, or could not be tried", () => {
    expect(judge([], pair("open", "open"))).toEqual([]);
    expect(judge([], pair("blocked", "untested"))).toEqual([]);
  });

  it("counts a way that the rules have shut", () => {
    expect(judge([pair("open", "open")], pair("open", "blocked"))).toEqual([
      {
        ok: false,
        isOld: false,
        text: "host a (192.168.3.1) → host b (192.168.1.1), port 80/tcp, is blocked, and the policy lets it pass",
      },
    ]);
  });

  it("does not blame the rules for a way that was shut before", () => {
    const [check] = judge([pair("open", "blocked")], pair("open", "blocked"));
    expect(check).toMatchObject({ ok: false, isOld: true });
    expect(check?.text).toMatch(/It was blocked before too$/);
  });

  it("counts a way that stayed open though the rules were to shut it", () => {
    const [check] = judge([pair("blocked", "open")], pair("blocked", "open"));
    expect(check).toMatchObject({ ok: false, isOld: false });
  });

  it("counts a shut way as new when nobody knows how it was", () => {
    expect(judge([], pair("open", "blocked"))[0]?.isOld).toBe(false);
    expect(judge([pair("open", "untested")], pair("open", "blocked"))[0]?.isOld).toBe(false);
  });
});

describe("a cluster while rules are on trial", () => {
  const sign = (key: string, ok: boolean) => ({
    key,
    ok,
    good: `${key} works`,
    bad: `${key} fails`,
  });
  const bad = (before: boolean[], during: boolean[]) =>
    judgeSigns(
      before.map((ok, i) => sign(`s${i}`, ok)),
      during.map((ok, i) => sign(`s${i}`, ok)),
    ).filter(({ ok }) => !ok);

  it("is as before", () => {
    expect(judgeSigns([], [])).toEqual([]);
    expect(bad([true, true], [true, true])).toEqual([]);
  });

  it("is worse when something fails that did not, or is not seen any more", () => {
    expect(bad([true], [false])).toEqual([{ ok: false, isOld: false, text: "s0 fails" }]);
    expect(bad([true], [])).toEqual([{ ok: false, isOld: false, text: "s0 fails" }]);
  });

  it("is not worse for what failed before", () => {
    expect(bad([false], [false])).toEqual([
      { ok: false, isOld: true, text: "s0 fails. So it was before too" },
    ]);
  });
});
