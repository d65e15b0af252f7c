import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import type { JobRow } from "@/lib/schemas/job";
import type { JobEvent, JobEventBody, JobNode } from "@/lib/schemas/job-event";
import { emptyJobView, type JobView, reduceJob } from "@/lib/schemas/job-view";
import { JobBoard } from "./job-board";

vi.mock("socket.io-client", () => ({
  io: () => ({ on: () => {}, onAny: () => {}, emit: () => {} }),
}));

const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  stubMatchMedia(false);
  vi.stubGlobal(
    "fetch",
    fetched.mockImplementation(() => Promise.resolve(Response.json({}))),
  );
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollTo = () => {};
  window.history.replaceState(null, "", "/jobs/j17");
});
afterEach(() => {
  cleanup();
  fetched.mockReset();
});

const node = (id: string, more: Partial<JobNode> = {}): JobNode => {
  const [hostName = "", label = ""] = id.split("/");
  const base = { id, hostId: hostName, hostName, label, title: `Title of ${label}`, after: [] };
  return { ...base, lane: "main", skippable: false, typicalMs: 1_000, ...more };
};
const nodes = [
  node("db/user"),
  node("master2/start k3s", { after: ["db/user"], skippable: true }),
  node("master2/Ready", { after: ["master2/start k3s"] }),
];
const problem = {
  code: "command.failed" as const,
  detail: "db refuses master2, because it calls from its Wi-Fi address.",
  remedies: ["Switch Wi-Fi off on master2.", "Let db accept 192.168.1.118 too."],
  evidence: { command: "journalctl -u k3s", exitCode: 1, tail: ["Access denied for user 'k3s'"] },
};
const running: JobEventBody[] = [
  { type: "job.planned", attempt: 1, nodes },
  { type: "node.changed", node: "db/user", durationMs: 5 },
  { type: "node.checking", node: "master2/start k3s" },
];
const failing: JobEventBody[] = [
  ...running,
  { type: "node.failed", node: "master2/start k3s", problem },
  { type: "node.blocked", node: "master2/Ready", by: "master2/start k3s" },
];
const ended: JobEventBody[] = [...failing, { type: "job.finished", outcome: "failed" }];

const viewOf = (bodies: readonly JobEventBody[]): JobView =>
  bodies
    .map((body, i): JobEvent => ({ seq: i + 1, at: "2026-11-23T10:00:00.000Z", ...body }))
    .reduce(reduceJob, emptyJobView);

const job: JobRow = {
  id: "j17",
  number: 17,
  title: "Create cluster gandalf",
  state: "running",
  operation: { kind: "create" },
  clusterId: null,
  clusterName: "gandalf",
  attempt: 1,
  startedBy: "admin",
  createdAt: "2026-11-23T10:00:00.000Z",
  startedAt: "2026-11-23T10:00:00.000Z",
  endedAt: null,
  counts: {
    waiting: 0,
    checking: 0,
    "in-sync": 0,
    changing: 0,
    changed: 0,
    failed: 0,
    blocked: 0,
    skipped: 0,
    total: 0,
  },
};

function board(bodies: readonly JobEventBody[]) {
  const view = viewOf(bodies);
  const knownSeq = view.lastSeq;
  const picture = { view, knownSeq, complete: true, trouble: null, logLines: 1 };
  const lines = [
    { seq: 416, at: "2026-11-23T10:00:00.000Z", text: "Access denied for user 'k3s'" },
  ];
  return (
    <QueryClientProvider client={new QueryClient()}>
      <JobBoard job={job} view={view} picture={picture} linesOf={() => lines} />
    </QueryClientProvider>
  );
}
const detail = () => screen.getByRole("region", { name: "Step" });

test("a failure opens itself, over what one was looking at", () => {
  const { rerender } = render(board(running));
  fireEvent.click(screen.getByRole("button", { name: "db, user: Changed" }));
  expect(detail().textContent).toContain("user");
  rerender(board(failing));
  expect(detail().textContent).toContain(problem.detail);
});

test("a failure shows its cause, remedies in order, and where in the log the proof is", () => {
  render(board(ended));
  expect(detail().textContent).toMatch(/Wi-Fi address.*Switch Wi-Fi off.*Let db accept/);
  expect(screen.getByRole("button", { name: "line 416" })).toBeTruthy();
});

test("the likeliest remedy is a button where the panel can lead there, and no other one is", () => {
  const silent = { ...problem, code: "ssh.unreachable" as const };
  render(
    board(ended.map((body) => (body.type === "node.failed" ? { ...body, problem: silent } : body))),
  );
  const [first, second] = within(detail()).getAllByRole("listitem");
  const link = within(first ?? document.body).getByRole("link", { name: "Open host" });
  expect(link.getAttribute("href")).toBe("/hosts?host=master2");
  expect(within(second ?? document.body).queryByRole("link")).toBeNull();
});

test("Retry waits until the other hosts have come to rest", () => {
  const { rerender } = render(board(failing));
  expect(screen.queryByRole("button", { name: "Retry as it is" })).toBeNull();
  expect(detail().textContent).toContain("Other hosts go on");
  rerender(board(ended));
  expect(screen.getByRole("button", { name: "Retry as it is" })).toBeTruthy();
});

test("a step is only skipped with a reason, which is sent", async () => {
  render(board(ended));
  fireEvent.click(screen.getByRole("button", { name: "Skip…" }));
  fireEvent.click(screen.getByRole("button", { name: "Skip and resume" }));
  expect(screen.getByRole("alert").textContent).toContain("Write why this step is skipped.");
  expect(fetched).not.toHaveBeenCalled();
  fireEvent.change(screen.getByRole("textbox", { name: /Why is it right/ }), {
    target: { value: "master2 is being replaced" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Skip and resume" }));
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce());
  const [address, request] = fetched.mock.calls[0] ?? [];
  expect(address).toBe("/api/v1/jobs/j17/resume");
  expect(request?.body).toBe(
    JSON.stringify({ skips: { "master2/start k3s": "master2 is being replaced" } }),
  );
});

test("a step that must not be skipped offers no Skip", () => {
  const strict = ended.map((body) =>
    body.type === "job.planned"
      ? { ...body, nodes: nodes.map((n) => ({ ...n, skippable: false })) }
      : body,
  );
  render(board(strict));
  expect(screen.getByRole("button", { name: "Retry as it is" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Skip…" })).toBeNull();
});

test("Cancel says what happens to what runs, is done and waits, and keeps by default", async () => {
  render(board(running));
  fireEvent.click(screen.getByRole("button", { name: "Cancel…" }));
  const dialog = screen.getByRole("alertdialog");
  expect(dialog.textContent).toMatch(/nothing is rolled back/);
  expect(dialog.textContent).toMatch(/master2 › start k3s runs now.*1 step done.*1 step not begun/);
  fireEvent.click(screen.getByRole("button", { name: /Keep it running/ }));
  expect(fetched).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Cancel…" }));
  fireEvent.click(screen.getByRole("button", { name: "Cancel the job" }));
  await waitFor(() => expect(fetched.mock.calls[0]?.[0]).toBe("/api/v1/jobs/j17/cancel"));
});

test("J and K go through the steps", () => {
  render(board(ended));
  fireEvent.keyDown(document.body, { key: "j" });
  expect(detail().textContent).toContain("Waits for master2 › start k3s, which failed.");
  fireEvent.keyDown(document.body, { key: "k" });
  expect(detail().textContent).toContain(problem.detail);
});

test("the same steps stand in a list and on an axis of time, and open from there", () => {
  render(board(ended));
  fireEvent.click(screen.getByRole("button", { name: "List" }));
  fireEvent.click(screen.getByTitle("Title of user"));
  expect(detail().textContent).toContain("db › user");
  fireEvent.click(screen.getByRole("button", { name: "Time" }));
  fireEvent.click(screen.getByRole("img", { name: /^start k3s, / }));
  expect(detail().textContent).toContain(problem.detail);
});

test("on a phone the hosts are listed, trouble first, and unfold into their steps", () => {
  stubMatchMedia(true);
  render(board(ended));
  const hosts = screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
  expect(hosts[0]).toBe("master2start k3sFailed");
  expect(hosts[1]).toBe("db1 of 1Changed");
  fireEvent.click(screen.getByRole("button", { name: /^master2/ }));
  fireEvent.click(screen.getByTitle("Title of Ready"));
  expect(detail().textContent).toContain("master2 › Ready");
});
