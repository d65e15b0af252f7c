import { expect, it } from "vitest";
import { plan } from "@/lib/i18n/en/plan";
import { smallPlan } from "@/lib/plan-summary/testing/small-plan";
import { planText } from "./plan-text";

const text = planText(smallPlan, { title: "Create cluster gandalf", words: plan, locale: "en" });

it("writes every step, command and difference of a plan", async () => {
  await expect(text).toMatchFileSnapshot("__golden__/plan.txt");
});

it("ends with one newline and has no trailing blanks, so that two exports can be compared", () => {
  expect(text.endsWith("\n")).toBe(true);
  expect(text.split("\n").filter((line) => line !== line.trimEnd())).toEqual([]);
});
