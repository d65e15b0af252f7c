import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { refuses, renderPage, stubPanel, type AskedPanel } from "@/components/hooks/panel.fixture";
import type { KubeSearchAnswer } from "@/lib/schemas/kube-search";
import { Palette } from "./palette";
import { RECENT_KEY } from "./recent-store";

const HOSTILE = `<img src=x onerror=alert(1)>$(reboot)`;
const cluster = (id: string, name: string) => ({ id, name, state: "ready", members: [] });
const kinds = [
  { name: "pods", group: "workloads", apiVersion: "v1", kind: "Pod", label: "Pods" },
  {
    name: "deployments",
    group: "workloads",
    apiVersion: "apps/v1",
    kind: "Deployment",
    label: "Deployments",
  },
];
const hit = (name: string) => ({
  ...{ apiVersion: "v1", kind: "Pod", namespace: "shop", name, label: "" },
  status: { word: "Running", tone: "ok", why: "", remedy: "" } as const,
});
const pods = (names: readonly string[], total = names.length): KubeSearchAnswer => ({
  groups: [{ list: "pods", label: "Pods", total, hits: names.map(hit) }],
  incomplete: [],
});
const textOf = ({ path }: AskedPanel) => new URL(path, "http://panel").searchParams.get("q") ?? "";

const STANDING = {
  "GET /clusters/c1/kinds": () => ({ kinds, problem: null }),
  "GET /clusters/c2/kinds": () => ({ kinds, problem: null }),
  "GET /hosts": () => ({ hosts: [] }),
  "GET /jobs": () => ({ jobs: [] }),
};
const one = { "GET /clusters/c1/search": never };
function never() {
  return new Promise<never>(() => {});
}

/** A panel with these clusters; the rest of its answers as given. */
const panelWith = (names: readonly string[], answers: Parameters<typeof stubPanel>[0]) =>
  stubPanel({
    ...answers,
    ...STANDING,
    "GET /clusters": () => ({
      clusters: names.map((name, index) => cluster(`c${index + 1}`, name)),
    }),
  });

const field = () => screen.getByRole("combobox");
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const chosen = () => screen.queryByRole("option", { selected: true });
const option = (name: RegExp | string) => screen.findByRole("option", { name });

beforeEach(() => {
  stubMatchMedia(false);
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the palette", () => {
  it("goes to a kind's list said in words, by the keyboard alone", async () => {
    panelWith(["gandalf"], one);
    const { pushed } = renderPage(<Palette />);
    type("go to deployments of gandalf");
    await option(/Deployments/);
    press("Enter");
    expect(pushed).toEqual(["/clusters/c1/deployments"]);
  });

  it("shows what the browser knows at once, and never moves the choice when a cluster answers", async () => {
    const answers: ((answer: KubeSearchAnswer) => void)[] = [];
    panelWith(["gandalf"], {
      "GET /clusters/c1/search": () => new Promise((resolve) => answers.push(resolve)),
    });
    renderPage(<Palette />);
    type("pod");
    await option(/Pods/);
    const before = chosen()?.textContent;
    expect(screen.getByText("Searching gandalf…")).toBeTruthy();
    await waitFor(() => expect(answers).toHaveLength(1));
    act(() => answers[0]?.(pods(["pod-1", "pod-2"])));
    await option(/pod-2/);
    expect(chosen()?.textContent).toBe(before);
    expect(field().getAttribute("aria-activedescendant")).toBe(chosen()?.id);
    press("ArrowDown");
    expect(chosen()?.textContent).toContain("pod-1");
    press("ArrowDown");
    press("ArrowDown");
    expect(chosen()?.textContent).toBe(before);
  });

  it("gives up an older question and never shows its answer for a newer text", async () => {
    const answers = new Map<string, (answer: KubeSearchAnswer) => void>();
    const asked = panelWith(["gandalf"], {
      "GET /clusters/c1/search": (call) =>
        new Promise((resolve) => answers.set(textOf(call), resolve)),
    });
    renderPage(<Palette />);
    await screen.findByRole("option", { name: /Overview/ });
    await waitFor(() => expect(asked.some(({ path }) => path.includes("kinds"))).toBe(true));
    type("we");
    await waitFor(() => expect(answers.has("we")).toBe(true));
    type("db");
    await waitFor(() => expect(answers.has("db")).toBe(true));
    expect(asked.find((call) => textOf(call) === "we")?.signal?.aborted).toBe(true);
    act(() => answers.get("db")?.(pods(["db-0"])));
    await option(/db-0/);
    act(() => answers.get("we")?.(pods(["we-late"])));
    expect(screen.queryByRole("option", { name: /we-late/ })).toBeNull();
  });

  it("narrows the answer it has while the next letter is asked for", async () => {
    panelWith(["gandalf"], {
      "GET /clusters/c1/search": (call) =>
        textOf(call) === "we" ? pods(["web-1", "wendy"], 20) : never(),
    });
    renderPage(<Palette />);
    type("we");
    await option(/All 20 pods matching/);
    type("web");
    expect(screen.getByRole("option", { name: /web-1/ })).toBeTruthy();
    expect(screen.queryByRole("option", { name: /wendy/ })).toBeNull();
    expect(screen.queryByRole("option", { name: /All 20/ })).toBeNull();
  });

  it("leads to the list with the search where there are more", async () => {
    panelWith(["gandalf"], { "GET /clusters/c1/search": () => pods(["web-1"], 214) });
    const { pushed } = renderPage(<Palette />);
    type("web");
    fireEvent.click(await option("All 214 pods matching “web”"));
    expect(pushed).toEqual(["/clusters/c1/pods?search=web"]);
  });

  it("says which cluster could not be searched and what was left out, and shows the rest", async () => {
    const problem = {
      code: "cluster.unreachable",
      detail: "lb does not answer.",
      remedies: [],
    } as const;
    const incomplete = [{ list: "secrets", why: "It took too long." }];
    panelWith(["gandalf", "moria"], {
      "GET /clusters/c1/search": () => refuses(503, problem),
      "GET /clusters/c2/search": () => ({ ...pods(["web-1"]), incomplete }),
    });
    renderPage(<Palette />);
    type("web");
    await option(/web-1/);
    expect(screen.getByRole("group", { name: "Pods · moria" })).toBeTruthy();
    expect(screen.getByText("gandalf could not be searched: lb does not answer.")).toBeTruthy();
    expect(
      screen.getByText("moria was not searched whole: secrets. It took too long."),
    ).toBeTruthy();
  });

  it("shows names as they are and marks what fits", async () => {
    panelWith(["gandalf"], { "GET /clusters/c1/search": () => pods([HOSTILE]) });
    renderPage(<Palette />);
    type("reboot");
    const line = await option(/reboot/);
    expect(line.textContent).toContain(HOSTILE);
    expect(document.querySelector("img")).toBeNull();
    expect(within(line).getByText("reboot").tagName).toBe("MARK");
  });

  it("offers a viewer no change, and says when nothing fits", async () => {
    panelWith(["gandalf"], { "GET /clusters/c1/search": () => pods([]) });
    renderPage(<Palette />, { permissions: ["clusters:read", "kube:read"] });
    expect(screen.queryByRole("option", { name: /Add hosts/ })).toBeNull();
    type("deploy");
    await option(/Deployments/);
    expect(screen.queryByRole("option", { name: /Deploy an app/ })).toBeNull();
    type("zzz");
    await screen.findByText("Nothing found. Try a name, a label, a host or a verb.");
  });

  it("begins with what was looked at last, of this person only", async () => {
    const object = {
      clusterId: "c1",
      apiVersion: "v1",
      kind: "Pod",
      namespace: "shop",
      name: "web-1",
    };
    localStorage.setItem(RECENT_KEY, JSON.stringify({ userId: "u1", objects: [object] }));
    panelWith(["gandalf"], one);
    const { unmount } = renderPage(<Palette />);
    expect(await option(/web-1/)).toBeTruthy();
    unmount();
    localStorage.setItem(RECENT_KEY, JSON.stringify({ userId: "u2", objects: [object] }));
    renderPage(<Palette />);
    await screen.findByRole("option", { name: /Overview/ });
    expect(screen.queryByRole("option", { name: /web-1/ })).toBeNull();
  });
});
