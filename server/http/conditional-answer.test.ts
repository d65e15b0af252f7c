import { describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/core/result";
import { conditionalAnswer } from "./conditional-answer";

const ask = (etag?: string) =>
  new Request(
    "http://panel.test/",
    etag === undefined ? {} : { headers: { "if-none-match": etag } },
  );

const page = (asOf: string | null, rows: readonly string[] = ["a"]) => ok({ asOf, rows });

describe("a conditional answer", () => {
  it("is whole for who has nothing yet", async () => {
    const answer = conditionalAnswer(ask(), page("2026-11-23T00:00:00Z"));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ rows: ["a"], asOf: "2026-11-23T00:00:00Z" });
  });

  it("is empty but for its age while nothing else changed", async () => {
    const etag = conditionalAnswer(ask(), page("2026-11-23T00:00:00Z")).headers.get("etag") ?? "";
    const again = conditionalAnswer(ask(etag), page("2026-11-23T00:00:07Z"));
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("x-as-of")).toBe("2026-11-23T00:00:07Z");
  });

  it("is whole again once a row changed", () => {
    const etag = conditionalAnswer(ask(), page(null)).headers.get("etag") ?? "";
    expect(conditionalAnswer(ask(etag), page(null, ["b"])).status).toBe(200);
  });

  it("passes problems on", () => {
    const problem = { code: "object.not-found", detail: "Gone.", remedies: [] } as const;
    expect(conditionalAnswer(ask(), fail(problem)).status).toBe(404);
  });
});
