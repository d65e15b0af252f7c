import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import type { OpenTarget, PortOffers } from "@/lib/schemas/opening";
import { OpenDialog } from "./open-dialog";

const target: OpenTarget = { kind: "Service", namespace: "shop", name: "web" };
const page = { port: 8443, name: "https", scheme: "https" as const, isPage: true };
const database = { port: 3306, name: "mysql", scheme: "http" as const, isPage: false };
const opening = {
  ...{ id: "abcdefghijkmnpqr", target, port: 8443, scheme: "https", mine: true, pod: null },
  ...{ origin: "http://abcdefghijkmnpqr.localhost:4470", connections: 0 },
  owner: { id: "u1", name: "Ada" },
  openedAt: "2026-11-23T10:00:00Z",
  usedAt: "2026-11-23T10:00:00Z",
};

function show(offers: PortOffers) {
  const asked = stubPanel({
    "GET /clusters/c1/openings/ports": () => offers,
    "GET /clusters/c1/openings": () => ({ openings: [] }),
    "POST /clusters/c1/openings": () => opening,
  });
  renderPage(<OpenDialog clusterId="c1" target={target} onClose={() => {}} />);
  return asked;
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("offers the likeliest page first, and opens it in a tab that knows nothing of the panel", async () => {
  const tab = vi.fn();
  vi.stubGlobal("open", tab);
  const asked = show({ ports: [page, database], other: false });
  expect(await screen.findByText(/port-forward service\/web 8443:8443/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Open port 8443" }));
  const link = await screen.findByRole("link", { name: "Go to the app" });
  const enter = `/api/v1/clusters/c1/openings/${opening.id}/enter`;
  expect(link.getAttribute("href")).toBe(enter);
  expect(link.getAttribute("rel")).toBe("noopener noreferrer");
  expect(tab).toHaveBeenCalledWith(enter, "_blank", "noopener,noreferrer");
  const body = asked.find(({ method }) => method === "POST")?.body;
  expect(body).toEqual({ ...target, port: 8443, scheme: "https" });
});

it("takes another port where the manifest names none", async () => {
  const asked = show({ ports: [], other: true });
  const field = await screen.findByLabelText("Port number in the pod");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Open" }).disabled).toBe(true);
  fireEvent.change(field, { target: { value: "70000" } });
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Open" }).disabled).toBe(true);
  fireEvent.change(field, { target: { value: "9090" } });
  fireEvent.click(screen.getByRole("button", { name: "Open port 9090" }));
  await screen.findByText(/Open at http/);
  const body = asked.find(({ method }) => method === "POST")?.body;
  expect(body).toMatchObject({ port: 9090, scheme: "http" });
});

it("says that a service without a TCP port has nothing to open", async () => {
  show({ ports: [], other: false });
  expect(await screen.findByText(/no TCP port/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Open/ })).toBeNull();
});
