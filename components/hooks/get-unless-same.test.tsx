import { afterEach, describe, expect, it, vi } from "vitest";
import { getUnlessSame } from "./get-unless-same";

interface Page {
  readonly asOf: string | null;
  readonly rows: readonly string[];
}

afterEach(() => vi.unstubAllGlobals());

/** A panel that answers so, one after the other, and keeps what it was asked with. */
function panel(...answers: readonly Response[]) {
  const tags: (string | null)[] = [];
  const left = [...answers];
  vi.stubGlobal("fetch", (_: string, { headers }: { headers: HeadersInit }) => {
    tags.push(new Headers(headers).get("if-none-match"));
    return Promise.resolve(left.shift());
  });
  return tags;
}
const whole = (etag: string, rows: readonly string[]) =>
  Response.json({ asOf: "2026-11-23T10:00:00Z", rows }, { headers: { etag } });
const same = () =>
  new Response(null, { status: 304, headers: { "x-as-of": "2026-11-23T10:00:07Z" } });
const ask = (path: string) => getUnlessSame<Page>(path, new AbortController().signal);

describe("an answer that is asked for again", () => {
  it("travels once while it stays the same, and gets its new age", async () => {
    const tags = panel(whole('"a"', ["x"]), same(), whole('"b"', ["y"]), same());
    expect((await ask("/one")).rows).toEqual(["x"]);
    expect(await ask("/one")).toEqual({ asOf: "2026-11-23T10:00:07Z", rows: ["x"] });
    expect((await ask("/one")).rows).toEqual(["y"]);
    expect((await ask("/one")).rows).toEqual(["y"]);
    expect(tags).toEqual([null, '"a"', '"a"', '"b"']);
  });

  it("is not taken for that of another address", async () => {
    const tags = panel(whole('"a"', ["x"]), whole('"b"', ["z"]));
    await ask("/two");
    expect((await ask("/three")).rows).toEqual(["z"]);
    expect(tags).toEqual([null, null]);
  });
});
