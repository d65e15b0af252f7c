import { describe, expect, it } from "vitest";
import type { JobEventsAnswer } from "@/lib/schemas/job";
import type { JobEvent } from "@/lib/schemas/job-event";
import { JobFeed } from "./job-feed";

const at = "2026-11-23T10:00:00.000Z";
const line = (seq: number, node = "a/x"): JobEvent => ({
  seq,
  at,
  type: "log",
  node,
  stream: "stdout",
  line: `line ${seq}`,
});
const journal = (count: number) => Array.from({ length: count }, (_, i) => line(i + 1));

/** A panel with a journal that can grow, answer in pages, and go away. */
function fakePanel(options: { events: JobEvent[]; page?: number }) {
  const asked: number[] = [];
  const waits: number[] = [];
  const panel = { events: options.events, away: 0, asked, waits };
  const settled: Promise<unknown>[] = [];
  const feed = new JobFeed({
    readEvents: (after) => {
      asked.push(after);
      const answer = Promise.resolve().then((): JobEventsAnswer => {
        if (panel.away > 0) {
          panel.away -= 1;
          throw new Error("away");
        }
        const rest = panel.events.filter((event) => event.seq > after);
        return { events: rest.slice(0, options.page ?? 5000), lastSeq: panel.events.length };
      });
      settled.push(answer.catch(() => null));
      return answer;
    },
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    schedule: (run) => run(),
  });
  /** Resolves when nothing is being read any more. */
  const quiet = async () => {
    for (let done = -1; done !== settled.length;) {
      done = settled.length;
      await Promise.all(settled);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  };
  return { panel, feed, quiet };
}

const seen = (feed: JobFeed) => feed.lines(null).map((each) => each.text);
const expected = (count: number) => journal(count).map((each) => `line ${each.seq}`);

describe("JobFeed", () => {
  it("reads the whole journal page by page when it opens", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(12), page: 5 });
    feed.open();
    await quiet();
    expect(seen(feed)).toEqual(expected(12));
    expect(panel.asked).toEqual([0, 5, 10]);
    expect(feed.picture()).toMatchObject({ complete: true, knownSeq: 12, logLines: 12 });
  });

  it("drops what it has already seen", async () => {
    const { feed, quiet } = fakePanel({ events: journal(3) });
    feed.open();
    await quiet();
    feed.push([line(2), line(3), line(3)]);
    await quiet();
    expect(seen(feed)).toEqual(expected(3));
  });

  it("puts events that arrive in another order back in theirs", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(2) });
    feed.open();
    await quiet();
    panel.events = journal(5);
    feed.push([line(5), line(3), line(4)]);
    await quiet();
    expect(seen(feed)).toEqual(expected(5));
  });

  it("asks for what is missing when a number jumps, and shows nothing beyond the gap before", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(2) });
    feed.open();
    await quiet();
    panel.events = journal(9);
    feed.push([line(8), line(9)]);
    expect(seen(feed)).toEqual(expected(2));
    await quiet();
    expect(seen(feed)).toEqual(expected(9));
    expect(panel.asked.at(-1)).toBe(2);
  });

  it("takes live events while pages are still being read", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(6), page: 2 });
    feed.open();
    panel.events = journal(8);
    feed.push([line(7), line(8)]);
    await quiet();
    expect(seen(feed)).toEqual(expected(8));
  });

  it("reads what it missed after a lost connection", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(4) });
    feed.open();
    await quiet();
    panel.events = journal(40);
    feed.catchUp();
    await quiet();
    expect(seen(feed)).toEqual(expected(40));
  });

  it("tries again, ever slower, while the panel is away, and says so meanwhile", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(3) });
    const troubles: boolean[] = [];
    feed.subscribe(() => troubles.push(feed.picture().trouble !== null));
    panel.away = 3;
    feed.open();
    await quiet();
    expect(panel.waits).toEqual([500, 1000, 2000]);
    expect(troubles).toContain(true);
    expect(feed.picture().trouble).toBeNull();
    expect(seen(feed)).toEqual(expected(3));
  });

  it("stops when it is closed and goes on where it was when it is opened again", async () => {
    const { feed, panel, quiet } = fakePanel({ events: journal(3) });
    const close = feed.open();
    await quiet();
    close();
    panel.events = journal(6);
    feed.catchUp();
    await quiet();
    expect(seen(feed)).toEqual(expected(3));
    feed.open();
    await quiet();
    expect(seen(feed)).toEqual(expected(6));
  });

  it("keeps the lines of each step apart, numbered as in the whole job", async () => {
    const { feed, quiet } = fakePanel({ events: [line(1, "a/x"), line(2, "b/y"), line(3, "a/x")] });
    feed.open();
    await quiet();
    expect(feed.lines("a/x").map((each) => each.seq)).toEqual([1, 3]);
    expect(feed.lines("b/y").map((each) => each.seq)).toEqual([2]);
    expect(feed.lines("c/z")).toEqual([]);
  });

  it("says in each log where a later attempt begins, who asked for it, and what ended the one before", async () => {
    const node = { id: "a/x", state: "failed" };
    const events = [
      { type: "job.planned", attempt: 1, nodes: [node] },
      { ...line(2, "a/x"), seq: undefined },
      { type: "node.failed", node: "a/x", problem: { detail: "a is full.", remedies: [] } },
      { type: "job.finished", outcome: "failed" },
      { type: "job.planned", attempt: 2, nodes: [node], by: "Grace" },
      { ...line(6, "a/x"), seq: undefined },
      { ...line(7, "b/y"), seq: undefined },
      { ...line(8, "a/x"), seq: undefined },
      { type: "job.planned", attempt: 3, nodes: [node], by: "Ada" },
      { ...line(10, "a/x"), seq: undefined },
    ].map((event, index) => ({ ...event, seq: index + 1, at }) as JobEvent);
    const { feed, quiet } = fakePanel({ events });
    feed.open();
    await quiet();
    const second = { attempt: 2, at, by: "Grace", earlier: "failed", because: "a is full." };
    const third = { attempt: 3, at, by: "Ada", earlier: "interrupted", because: null };
    const opens = (log: string | null) => feed.lines(log).map((each) => each.opens ?? null);
    expect(opens("a/x")).toEqual([null, second, null, third]);
    expect(opens("b/y")).toEqual([second]);
    expect(opens(null)).toEqual([null, second, null, null, third]);
    expect(feed.lines(null).map((each) => each.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it("hands out the same array until a line is added", async () => {
    const { feed, quiet } = fakePanel({ events: journal(2) });
    feed.open();
    await quiet();
    const before = feed.lines("a/x");
    expect(feed.lines("a/x")).toBe(before);
    feed.push([line(3)]);
    expect(feed.lines("a/x")).not.toBe(before);
    expect(before).toHaveLength(2);
  });

  it("takes a hundred thousand lines in a moment", async () => {
    const { feed, quiet } = fakePanel({ events: journal(100_000), page: 5000 });
    const begun = performance.now();
    feed.open();
    await quiet();
    expect(feed.picture().logLines).toBe(100_000);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
