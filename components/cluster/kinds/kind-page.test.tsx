import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
// The dialogs come in parts of their own: read before a test waits for one.
import "@/components/kube-bulk/bulk-dialog";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { refuses, renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import type { BulkProgress, BulkState, SelectedRow } from "@/lib/schemas/kube-bulk";
import { KindPage } from "./kind-page";

const HOSTILE = `<script>alert(1)</script>$(reboot)\`id\``;
const ACTIONS = ["scale", "restart", "pause", "edit", "delete"] as const;
const column = (id: string, label: string, type: string) => ({
  ...{ id, label, type, sortable: true, shown: true },
});
const COLUMNS = [
  column("name", "Name", "text"),
  column("namespace", "Namespace", "text"),
  column("status", "Status", "status"),
];
const KIND = {
  ...{ name: "deployments", group: "workloads", apiVersion: "apps/v1", kind: "Deployment" },
  ...{ label: "Deployments", namespaced: true, actions: ACTIONS, columns: COLUMNS },
  filters: ["namespace", "status", "trouble", "owner"],
};
const row = (name: string) => ({
  ...{ uid: `uid-${name}`, name, namespace: "shop", owner: "", labels: {} },
  createdAt: "2026-11-23T10:00:00Z",
  status: { word: "0 of 1 ready", tone: "danger", why: "The image cannot be pulled.", remedy: "" },
});
const page = (names: readonly string[], over: object = {}) => ({
  columns: COLUMNS,
  rows: names.map(row),
  total: names.length,
  all: names.length,
  facets: {},
  asOf: "2026-11-23T10:00:00Z",
  ...{ stale: false, problem: null, missing: false },
  ...over,
});
const selectedRow = (uid: string): SelectedRow => ({
  ...{ uid, namespace: "shop", name: uid.replace("uid-", ""), actions: ACTIONS },
});
const selection = (uids: readonly string[], over: object = {}) => ({
  rows: uids.map(selectedRow),
  ...{ total: uids.length, fresh: true },
  ...over,
});
const uidsOf = (body: unknown) => (body as { of: { uids?: readonly string[] } }).of.uids ?? [];

type Answers = Parameters<typeof stubPanel>[0];

function open(answers: Answers, about: Parameters<typeof renderPage>[1] = {}) {
  const asked = stubPanel({
    "GET /clusters/c1/kinds": () => ({ kinds: [KIND], problem: null }),
    "POST /clusters/c1/selection": ({ body }) => selection(uidsOf(body)),
    ...answers,
  });
  return { asked, ...renderPage(<KindPage clusterId="c1" kind="deployments" />, about) };
}
const listing = (answer: (path: string) => unknown): Answers => ({
  "GET /clusters/c1/deployments": ({ path }) => answer(path),
});
const tick = async (name: string) =>
  fireEvent.click(await screen.findByRole("checkbox", { name: `Select ${name}` }));

beforeEach(() => stubMatchMedia(false));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a list of one kind", () => {
  it("says that it reads, until there is an answer of the cluster", async () => {
    open(listing(() => page([], { asOf: null })));
    await waitFor(() => expect(screen.getAllByText("Reading…").length).toBeGreaterThan(0));
    expect(screen.queryByText("No deployments yet")).toBeNull();
  });

  it("tells none yet from a kind the cluster has not got, and from one that nobody knows", async () => {
    open(listing(() => page([])));
    expect(await screen.findByText("No deployments yet")).toBeTruthy();
    cleanup();
    open(listing(() => page([], { missing: true })));
    expect(await screen.findByText("This cluster has no deployments")).toBeTruthy();
    cleanup();
    open({ "GET /clusters/c1/kinds": () => ({ kinds: [], problem: null }) });
    expect(await screen.findByText("The cluster has no such kind")).toBeTruthy();
  });

  it("says why it cannot be read, and keeps old rows with their age where there are some", async () => {
    const problem = {
      code: "cluster.unreachable",
      detail: "lb is away.",
      remedies: ["Look at lb."],
    };
    open(
      listing(() => refuses(403, { code: "auth.forbidden", detail: "You may not.", remedies: [] })),
    );
    expect(await screen.findByText("You may not.")).toBeTruthy();
    cleanup();
    open(listing(() => page(["web"], { stale: true, problem })));
    expect(await screen.findByText("web")).toBeTruthy();
    expect(screen.getByRole("alert").textContent).toContain("lb is away.");
    expect(screen.getByRole("alert").textContent).toContain("Look at lb.");
  });

  it("shows every name as it is", async () => {
    open(listing(() => page([HOSTILE])));
    expect(await screen.findByText(HOSTILE)).toBeTruthy();
    expect(document.querySelector("tbody script")).toBeNull();
    const link = screen.getByRole("link", { name: HOSTILE });
    expect(new URL(link.getAttribute("href") ?? "", "http://panel").searchParams.get("name")).toBe(
      HOSTILE,
    );
  });

  it("lets nobody select who may change nothing", async () => {
    open(
      listing(() => page(["web"])),
      { permissions: ["kube:read"] },
    );
    expect(await screen.findByText("web")).toBeTruthy();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });
});

const progress = (states: Readonly<Record<string, BulkState>>): BulkProgress => ({
  ...{ id: "0b6f8f1c-0000-4000-8000-000000000000", action: "restart", startedBy: "Ada" },
  running: Object.values(states).some((state) => state === "running"),
  startedAt: "2026-11-23T10:00:00Z",
  items: Object.entries(states).map(([name, state]) => ({
    ...{ uid: `uid-${name}`, namespace: "shop", name, state },
    problem:
      state === "failed"
        ? { code: "kube.webhook", detail: `policy refuses ${name}.`, remedies: ["Ask ops."] }
        : null,
  })),
});

describe("changing many of them", () => {
  it("asks once, sends what was selected by uid, shows each one's end and tries again what failed", async () => {
    const answers = [progress({ api: "done", web: "failed" }), progress({ web: "done" })];
    const { asked } = open({
      ...listing(() => page(["api", "db", "web"])),
      "POST /clusters/c1/bulk": () => answers.shift(),
      "GET /clusters/c1/bulk": () => progress({ web: "done" }),
    });
    await tick("api");
    await tick("web");
    const restart = await screen.findByRole("button", { name: "Restart" });
    await waitFor(() => expect(restart.hasAttribute("disabled")).toBe(false));
    fireEvent.click(restart);
    const question = await screen.findByRole("dialog", { name: "Restart 2 deployments?" });
    expect(within(question).getByRole("list", { name: "Which" }).textContent).toBe(
      "api shopweb shop",
    );
    fireEvent.click(within(question).getByRole("button", { name: "Restart 2 deployments" }));
    expect(await screen.findByText("1 done · 1 failed")).toBeTruthy();
    expect(screen.getByText(/policy refuses web\./)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Try 1 again" }));
    await screen.findByText("1 done");
    const sent = asked.filter(({ method, path }) => method === "POST" && path.endsWith("/bulk"));
    expect(sent.map(({ body }) => body)).toMatchObject([
      { change: { action: "restart" }, objects: [{ uid: "uid-api" }, { uid: "uid-web" }] },
      { change: { action: "restart" }, objects: [{ uid: "uid-web" }] },
    ]);
  });

  it("says what a deletion takes with it, and deletes nothing before the phrase is typed", async () => {
    const preview = {
      ...{ count: 1, gone: [], typed: true, complete: true, drain: null, nodesLeft: null },
      items: [
        { code: "hosts", verdict: "breaks", kind: "", count: 1, names: ["club.example.org"] },
      ],
    };
    const { asked } = open({
      ...listing(() => page(["web"])),
      "POST /clusters/c1/bulk/preview": () => preview,
      "POST /clusters/c1/bulk": () => progress({ web: "done" }),
    });
    await tick("web");
    fireEvent.keyDown(
      await screen.findByRole("button", { name: "More for the selected objects" }),
      {
        key: "Enter",
      },
    );
    const item = await screen.findByRole("menuitem", { name: "Delete" });
    await waitFor(() => expect(item.hasAttribute("data-disabled")).toBe(false));
    fireEvent.click(item);
    expect(await screen.findByText("club.example.org stops answering")).toBeTruthy();
    const verb = screen.getByRole("button", { name: "Delete 1 deployment" });
    expect(verb.hasAttribute("disabled")).toBe(true);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "delete 1" } });
    fireEvent.click(verb);
    await screen.findByText("1 done");
    expect(asked.find(({ path }) => path.endsWith("/bulk"))?.body).toMatchObject({
      change: { action: "delete" },
      confirm: "delete 1",
    });
  });

  it("lets go of what somebody else deleted, and says so", async () => {
    open({
      ...listing(() => page(["api", "web"])),
      "POST /clusters/c1/selection": ({ body }) =>
        selection(uidsOf(body).filter((uid) => uid !== "uid-web")),
    });
    await tick("api");
    await tick("web");
    expect(await screen.findByText("1 was deleted meanwhile")).toBeTruthy();
    expect(screen.getByText("1 selected")).toBeTruthy();
  });

  it("keeps the selection while the cluster cannot be asked", async () => {
    open({
      ...listing(() => page(["api", "web"])),
      "POST /clusters/c1/selection": () => selection([], { fresh: false }),
    });
    await tick("web");
    await waitFor(() => expect(screen.getByText("1 selected")).toBeTruthy());
    expect(screen.queryByText(/deleted meanwhile/)).toBeNull();
  });

  it("selects all that match, on all pages, as the filters stand now", async () => {
    const { asked } = open(
      {
        ...listing(() => page(["api"], { total: 214, all: 900 })),
        "POST /clusters/c1/selection": ({ body }) =>
          "query" in (body as { of: object }).of
            ? selection(["uid-api", "uid-b", "uid-c"], { total: 3 })
            : selection(uidsOf(body)),
      },
      { query: "search=shop&namespace=shop" },
    );
    await tick("api");
    fireEvent.click(await screen.findByRole("button", { name: "Select all 214 that match" }));
    expect(await screen.findByText("3 selected")).toBeTruthy();
    const bodies = asked.map(({ body }) => body as { of?: { query?: object } } | undefined);
    expect(bodies.find((body) => body?.of?.query !== undefined)?.of?.query).toEqual({
      search: "shop",
      namespace: "shop",
    });
  });
});
