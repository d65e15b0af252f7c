import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LogSourceRow } from "@/lib/schemas/kube-log";
import { fakeSocket } from "./fake-socket.fixture";
import { KubeLogView } from "./kube-log-view";
import { MOST_LINES } from "./log-reader";
import type { LogAddress } from "./use-log-address";

const HEIGHT_PX = 380;
const LINE_PX = 19;
/** A busy machine draws late; nothing here waits longer than it must. */
const SOON = { timeout: 10_000 };

const wire = vi.hoisted(() => ({ now: null as ReturnType<typeof fakeSocket> | null }));
vi.mock("@/components/hooks/live-socket", () => ({
  connection: () => Promise.resolve(wire.now?.socket),
  onLiveState: () => () => undefined,
  liveState: () => "live",
  joinRoom: () => () => undefined,
}));

let panel: ReturnType<typeof fakeSocket>;
beforeEach(() => {
  wire.now = panel = fakeSocket();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(HEIGHT_PX);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(LINE_PX);
  HTMLElement.prototype.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const source = (
  pod: string,
  container: string,
  more: Partial<LogSourceRow> = {},
): LogSourceRow => ({
  ...{ pod, container, kind: "main", node: "worker1", restarted: false },
  ...more,
});

const ADDRESS: LogAddress = {
  ...{ namespace: "shop", pod: "web-1", selector: "", container: "", since: "tail" },
  ...{ severity: "all", previous: false, line: "", set: () => undefined },
};

const view = (sources: readonly LogSourceRow[], address: Partial<LogAddress> = {}) => (
  <QueryClientProvider client={new QueryClient()}>
    <KubeLogView
      clusterId="c1"
      sources={sources}
      more={false}
      address={{ ...ADDRESS, ...address }}
    />
  </QueryClientProvider>
);
const ONE = [source("web-1", "app")];

async function open(sources = ONE, address: Partial<LogAddress> = {}) {
  const shown = render(view(sources, address));
  const wanted = sources.filter(({ kind }) => kind === "main").length;
  await waitFor(() => expect(panel.opened.length).toBeGreaterThanOrEqual(wanted), SOON);
  return shown;
}

const send = (...args: Parameters<typeof panel.send>) => act(() => panel.send(...args));
const state = (...args: Parameters<typeof panel.state>) => act(() => panel.state(...args));
const log = () => screen.getByRole("log").textContent ?? "";
const sees = (text: string) => screen.findByText(text, { exact: false }, SOON);
const foot = (text: string) =>
  waitFor(() => expect(document.querySelector("footer")?.textContent).toContain(text), SOON);
const numbered = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => `line ${from + i}`);

/** jsdom has no geometry of its own. */
function scrollTo(top: number) {
  const frame = screen.getByRole("log");
  Object.defineProperty(frame, "scrollHeight", { value: 1_900, configurable: true });
  frame.scrollTop = top;
  fireEvent.scroll(frame);
}

describe("lines", () => {
  test("come as they are sent, and the foot says that they are live", async () => {
    await open();
    state("app", { state: "live" });
    send("app", ["hello"]);
    expect(await sees("hello")).toBeTruthy();
    expect(screen.getByText("Live")).toBeTruthy();
    expect(screen.getByText("1 line")).toBeTruthy();
  });

  test("that come while one reads further up are counted and do not pull one away", async () => {
    await open();
    send("app", numbered(100));
    await foot("100 lines");
    scrollTo(1_500);
    scrollTo(700);
    send("app", numbered(12, 101), { seq: 101 });
    const follow = await screen.findByRole("button", { name: "12 new lines" }, SOON);
    fireEvent.click(follow);
    expect(screen.getByRole("button", { name: "Follow" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
  }, 30_000);

  test("are found, also by somebody who writes in capitals", async () => {
    await open();
    send("app", ["a needle here", "nothing", "another NEEDLE"]);
    await sees("3 lines");
    const find = screen.getByRole("searchbox", { name: "Find in this log" });
    fireEvent.change(find, { target: { value: "needle" } });
    expect(screen.getByText("1 of 2")).toBeTruthy();
  });

  test("of a hundred thousand: the last are kept, those in view are drawn, and the foot says so", async () => {
    await open();
    for (let from = 1; from <= 100_000; from += 20_000)
      send("app", numbered(20_000, from), { seq: from });
    expect(
      await sees(`The last ${MOST_LINES.toLocaleString("en")} lines are kept here.`),
    ).toBeTruthy();
    const drawn = document.querySelectorAll("[data-index]").length;
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(100);
  }, 60_000);

  test("that this browser was too slow for leave a mark, and are not passed over in silence", async () => {
    await open();
    send("app", ["first"]);
    send("app", ["much later"], { seq: 502, missed: 500 });
    expect(await sees("500 lines skipped")).toBeTruthy();
  });
});

describe("a hostile line", () => {
  test("is text: no markup of it becomes part of the page", async () => {
    await open();
    const line = `<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;`;
    send("app", [line]);
    expect((await sees("onerror")).textContent).toContain(line);
    expect(screen.getByRole("log").querySelector("img, script")).toBeNull();
  });

  test("cannot colour, title, link or clear: escapes of a terminal are dropped, the words stay", async () => {
    await open();
    send("app", [
      "\u001b[31mred\u001b[0m words",
      "\u001b]0;title\u0007after the title",
      "\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\ me",
      "\u001b[2J\u001b[Hcleared",
    ]);
    await sees("red words");
    expect(log()).toContain("after the title");
    expect(log()).toContain("click me");
    expect(log()).toContain("cleared");
    expect(log()).not.toContain("\u001b");
    expect(log()).not.toContain("evil.example");
    expect(screen.getByRole("log").querySelector("a")).toBeNull();
  });

  test("full of reversed or invisible characters does not break the page", async () => {
    await open();
    send("app", ["\u202Egnp.exe\u200b", "\u0000\u0007bell", "after"]);
    expect(await sees("after")).toBeTruthy();
  });
});

describe("severity", () => {
  const LINES = ["level=info quiet", "level=warn careful", "level=error broken"];

  test.each([
    ["warn", ["careful", "broken"], ["quiet"]],
    ["error", ["broken"], ["careful", "quiet"]],
  ] as const)("%s leaves out what is below it", async (severity, shown, hidden) => {
    await open(ONE, { severity });
    send("app", LINES);
    await sees("broken");
    for (const text of shown) expect(log()).toContain(text);
    for (const text of hidden) expect(log()).not.toContain(text);
  });

  test("that no line has is said, and is not taken for an empty log", async () => {
    await open(ONE, { severity: "error" });
    send("app", ["level=info quiet"]);
    expect(await sees("No line of this severity.")).toBeTruthy();
  });

  test("is chosen in the address, so that it can be linked", async () => {
    const set = vi.fn();
    await open(ONE, { set });
    fireEvent.change(screen.getByLabelText("Severity"), { target: { value: "error" } });
    expect(set).toHaveBeenCalledWith({ severity: "error" });
  });
});

describe("which log", () => {
  test("the previous run is offered only where there was one, and asked for by name", async () => {
    const { unmount } = await open();
    expect(screen.queryByRole("button", { name: "Previous run" })).toBeNull();
    unmount();
    const set = vi.fn();
    const restarted = [source("web-1", "app", { restarted: true })];
    const { rerender } = await open(restarted, { set });
    fireEvent.click(screen.getByRole("button", { name: "Previous run" }));
    expect(set).toHaveBeenCalledWith({ previous: "true", line: "" });
    rerender(view(restarted, { previous: true }));
    await waitFor(() => expect(panel.opened.at(-1)).toMatchObject({ previous: true }), SOON);
  });

  test("several pods stand by their time, each line with whose it is", async () => {
    await open([source("web-7d9f-aaaaa", "app"), source("web-7d9f-bbbbb", "side")], {
      pod: "",
      selector: "app=web",
    });
    send("side", ["second"], { seq: 2 });
    send("app", ["first"], { seq: 1 });
    await waitFor(() => expect(log()).toMatch(/first.*second/), SOON);
    expect(log()).toContain("aaaaa");
    expect(log()).toContain("bbbbb");
  });

  test("another choice closes the streams of the one before", async () => {
    const { rerender } = await open();
    const before = panel.opened.at(-1)?.stream;
    rerender(view(ONE, { since: "3600" }));
    await waitFor(() => expect(panel.closed).toContain(before), SOON);
    expect(panel.opened.at(-1)).toMatchObject({ sinceSeconds: 3600, tailLines: null });
  });
});

describe("when it does not go on", () => {
  test("a pod that is deleted in the middle: its lines stay, and the foot says why none come", async () => {
    await open();
    send("app", ["last words"]);
    state("app", { state: "ended", reason: "pod-deleted", detail: "web-1 was deleted." });
    expect(await sees("web-1 was deleted.")).toBeTruthy();
    expect(screen.getByText("Ended")).toBeTruthy();
    expect(log()).toContain("last words");
  });

  test("whoever may not read it is told so, with what to do", async () => {
    panel.refuse({
      code: "kube.forbidden",
      detail: "You may not read logs in shop.",
      remedies: ["Ask an administrator for the role operator."],
    });
    await open();
    expect(await sees("You may not read logs in shop.")).toBeTruthy();
    expect(screen.getByText("Ask an administrator for the role operator.")).toBeTruthy();
  });

  test("after a lost connection it goes on behind the last line, without telling one twice", async () => {
    await open();
    send("app", ["one", "two"]);
    await sees("2 lines");
    act(() => panel.tell("connect"));
    await waitFor(() => expect(panel.opened).toHaveLength(2), SOON);
    expect(panel.opened[1]).toMatchObject({ resume: { epoch: "e1", nextSeq: 3 } });
    send("app", ["three"], { seq: 3 });
    await sees("3 lines");
    expect(log().match(/two/g)).toHaveLength(1);
  });

  test("a panel that was restarted begins anew: what it sends again replaces what was there", async () => {
    await open();
    send("app", ["one", "two"]);
    await sees("2 lines");
    send("app", ["one", "two", "three"], { epoch: "e2" });
    await sees("3 lines");
    expect(log().match(/one/g)).toHaveLength(1);
  });

  test("a container that restarts is waited for", async () => {
    await open();
    state("app", { state: "waiting", reason: "restarting", detail: "app restarts in 20 s." });
    expect(await sees("app restarts in 20 s.")).toBeTruthy();
    expect(screen.getByText("Waiting")).toBeTruthy();
  });
});
