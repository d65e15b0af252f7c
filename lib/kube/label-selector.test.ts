import { describe, expect, it } from "vitest";
import {
  matchesLabels,
  parseLabelSelector,
  readLabelSelector,
  selectorText,
} from "./label-selector";

const LABELS = { app: "nginx", tier: "web", "app.kubernetes.io/name": "shop", empty: "" };

const matches = (text: string) => {
  const parsed = parseLabelSelector(text);
  return parsed.ok ? matchesLabels(LABELS, parsed.value) : parsed.problem;
};

describe("a label selector", () => {
  it.each([
    ["", true],
    ["app=nginx", true],
    ["app==nginx", true],
    ["app = nginx , tier != db", true],
    ["app=nginx,tier!=web", false],
    ["missing!=web", true],
    ["app.kubernetes.io/name in (shop, store)", true],
    ["app notin (nginx,httpd),tier=web", false],
    ["tier", true],
    ["!canary", true],
    ["! tier", false],
    ["canary", false],
    ["empty=", true],
    ["toString", false],
    ["!constructor", true],
  ])("%j matches: %s", (text, expected) => {
    expect(matches(text)).toBe(expected);
  });

  it.each([
    ["app=nginx,,tier=web", ""],
    ["app=nginx,tier=<b>", "tier=<b>"],
    ["app in nginx", "app in nginx"],
    ["app in ()", "app in ()"],
    ["=nginx", "=nginx"],
    ["app>3", "app>3"],
  ])("says what of %j it cannot read", (text, part) => {
    expect(parseLabelSelector(text)).toEqual({ ok: false, problem: part });
  });

  it("is not slowed down by a long text that almost fits", () => {
    const startedAt = performance.now();
    matches(`a in (${"a,".repeat(450)}`);
    matches(`${"a-".repeat(490)}=`);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });

  it("reads an object's selector and writes it as kubectl does", () => {
    const selector = readLabelSelector({
      matchLabels: { app: "nginx" },
      matchExpressions: [
        { key: "tier", operator: "NotIn", values: ["db", "cache"] },
        { key: "canary", operator: "DoesNotExist" },
        { key: "tier", operator: "Exists" },
      ],
    });
    expect(selectorText(selector)).toBe("app=nginx,tier notin (db,cache),!canary,tier");
    expect(matchesLabels(LABELS, selector)).toBe(true);
  });

  it("matches nothing when an object's selector has an operator that it does not know", () => {
    const selector = readLabelSelector({
      matchExpressions: [{ key: "app", operator: "Like", values: ["nginx"] }],
    });
    expect(matchesLabels(LABELS, selector)).toBe(false);
  });
});
