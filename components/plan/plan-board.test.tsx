import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { smallPlan } from "@/lib/plan-summary/testing/small-plan";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { clusterSpec } from "@/lib/schemas/cluster-spec";
import type { ClusterOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";
import { PlanBoard } from "./plan-board";

const fetched = vi.fn<typeof fetch>();
const push = vi.fn();
beforeEach(() => {
  stubMatchMedia(false);
  vi.stubGlobal("fetch", fetched.mockResolvedValue(Response.json({ job: { id: "j18" } })));
  Element.prototype.scrollIntoView = () => {};
  window.history.replaceState(null, "", "/clusters/c1/plan");
});
afterEach(() => {
  cleanup();
  fetched.mockReset();
  push.mockReset();
});

const cluster: ClusterRow = {
  origin: "built",
  version: "v1.34.4+k3s1",
  apiAddress: "10.0.0.3",
  id: "c1",
  name: "gandalf",
  state: "draft",
  spec: clusterSpec.parse({
    name: "gandalf",
    topology: "single-server",
    k3sVersion: "v1.34.4+k3s1",
    source: { kind: "release" },
    members: [{ hostId: "host-master1", role: "server" }],
    apiAddress: "10.0.0.3",
  }),
  members: [
    {
      hostId: "host-master1",
      hostName: "master1",
      address: "10.0.0.3",
      role: "server",
      position: 0,
    },
  ],
  runningJobId: null,
  createdAt: "2026-11-23T10:00:00.000Z",
};

function show(more: { plan?: PlanView; operation?: ClusterOperation } = {}) {
  const router = { push } as unknown as NonNullable<React.ContextType<typeof AppRouterContext>>;
  render(
    <AppRouterContext value={router}>
      <QueryClientProvider client={new QueryClient()}>
        <PlanBoard
          title="Create cluster gandalf"
          cluster={cluster}
          operation={more.operation ?? { kind: "create" }}
          plan={more.plan ?? smallPlan}
          reading={false}
          trouble={null}
          onReadAgain={() => {}}
        />
      </QueryClientProvider>
    </AppRouterContext>,
  );
}
const step = () => screen.getByRole("region", { name: "Step" });

test("the button counts what it starts, starts it, and goes to the job", async () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "Start 3 changes on 4 hosts" }));
  await waitFor(() => expect(push).toHaveBeenCalledWith("/jobs/j18"));
  const [address, request] = fetched.mock.calls[0] ?? [];
  expect(address).toBe("/api/v1/clusters/c1/jobs");
  expect(request?.body).toBe('{"operation":{"kind":"create"}}');
});

test("a plan that changes nothing says so and can still be started", () => {
  const nodes = smallPlan.nodes.flatMap((node) => (node.state === "in-sync" ? [node] : []));
  show({ plan: { ...smallPlan, nodes } });
  expect(
    screen.getByText("Nothing to do: 1 check on 4 hosts found everything as it should be."),
  ).toBeTruthy();
  expect(screen.getByRole("button", { name: "Start, 0 changes" })).toBeTruthy();
});

test("problems stand first, with their remedies, and open their step", () => {
  show();
  const [first] = screen.getAllByRole("alert");
  expect(first?.textContent).toMatch(/db has no room left on \/\..*Free 200 MiB on db\./);
  fireEvent.click(screen.getByRole("button", { name: "Show the step" }));
  expect(step().textContent).toContain("db › swap off");
  expect(window.location.search).toBe("?step=db%2Fswap-off");
});

test("the arrows go from step to step, over the borders of hosts", async () => {
  show();
  const first = screen.getByRole("button", { name: /^host name/ });
  fireEvent.click(first);
  fireEvent.keyDown(first, { key: "ArrowDown" });
  expect(step().textContent).toContain("lb › haproxy.cfg");
  fireEvent.keyDown(document.body, { key: "j" });
  expect(step().textContent).toContain("db › swap off");
  fireEvent.keyDown(first, { key: "End" });
  expect(step().textContent).toContain("master2 › token");
});

test("the filter and the search say how many, and find by path", () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "Files 3" }));
  expect(screen.queryByRole("button", { name: /^swap off/ })).toBeNull();
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "endpoint.yaml" } });
  expect(screen.queryByRole("button", { name: /^haproxy.cfg/ })).toBeNull();
  expect(screen.getByRole("button", { name: /^endpoint/ })).toBeTruthy();
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "nowhere" } });
  fireEvent.click(screen.getByRole("button", { name: "Show all steps" }));
  expect(screen.getByRole("button", { name: /^swap off/ })).toBeTruthy();
});

test("deleting asks for the cluster's name and says what it takes", async () => {
  show({ operation: { kind: "delete", confirmName: "" } });
  fireEvent.click(screen.getByRole("button", { name: /^Start 3 changes/ }));
  const dialog = screen.getByRole("alertdialog");
  expect(dialog.textContent).toMatch(/Everything that runs on the cluster.*lost/);
  const remove = screen.getByRole<HTMLButtonElement>("button", { name: "Delete gandalf" });
  expect(remove.disabled).toBe(true);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "gandalf" } });
  fireEvent.click(remove);
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce());
  expect(fetched.mock.calls[0]?.[1]?.body).toBe(
    '{"operation":{"kind":"delete","confirmName":"gandalf"}}',
  );
});
