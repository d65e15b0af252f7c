import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { refuses, renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import type { DrainAnswer, DrainProgress } from "@/lib/schemas/kube-drain";
import { DrainDialog } from "./drain-dialog";

beforeEach(() => stubMatchMedia(false));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pod = {
  namespace: "club",
  name: "web-a",
  owner: "",
  bare: true,
  emptyDir: false,
  pinned: [],
};
const preview: DrainAnswer["preview"] = {
  ...{ node: "worker1", cordoned: false, ready: true, staying: 0, otherNodes: 1, complete: true },
  ...{ pods: [pod], budgets: [{ namespace: "club", name: "web", allowed: 0, pods: 1 }], sites: [] },
};
const progress = (state: DrainProgress["state"], changes: Partial<DrainProgress> = {}) => ({
  ...{ node: "worker1", state, startedAt: "", endedAt: null, startedBy: "Ada", problem: null },
  pods: [{ namespace: "club", name: "web-a", state: "blocked", message: "web needs 1" }],
  ...changes,
});

const open = () =>
  renderPage(<DrainDialog clusterId="c1" node="worker1" onClose={() => undefined} />);
const button = (name: string) => screen.findByRole("button", { name });

test("what is lost is confirmed by name, and progress shows before anything is read again", async () => {
  let reads = 0;
  const asked = stubPanel({
    "GET /clusters/c1/drain": () =>
      reads++ === 0 ? { preview, progress: null } : new Promise(() => {}),
    "POST /clusters/c1/drain": () => progress("running"),
  });
  open();
  const drain = await button("Drain worker1");
  expect(screen.getByText("Budget club/web allows none to leave")).toBeTruthy();
  expect(drain).toHaveProperty("disabled", true);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "worker1" } });
  fireEvent.click(drain);
  expect(await screen.findByText("Kept by a budget")).toBeTruthy();
  expect(screen.getByText("web needs 1")).toBeTruthy();
  expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
    node: "worker1",
    deleteBarePods: true,
  });
});

test("a drain that runs is met where it is, and can be cancelled", async () => {
  let state: DrainProgress["state"] = "running";
  stubPanel({
    "GET /clusters/c1/drain": () => ({ preview, progress: progress(state) }),
    "DELETE /clusters/c1/drain": () => progress((state = "cancelled")),
  });
  open();
  fireEvent.click(await button("Cancel and uncordon"));
  expect(await screen.findByText("Cancelled")).toBeTruthy();
});

test("why nothing could be read stands in place of the question", async () => {
  const detail = "The API of gandalf does not answer.";
  stubPanel({
    "GET /clusters/c1/drain": () =>
      refuses(502, { code: "cluster.unreachable", detail, remedies: [] }),
  });
  open();
  expect(await screen.findByText(detail)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Drain worker1" })).toBeNull();
});
