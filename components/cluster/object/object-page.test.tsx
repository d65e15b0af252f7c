import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stubMatchMedia } from "@/components/hooks/match-media.fixture";
import { refuses, renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import { RECENT_KEY } from "@/components/shell/recent-store";
import type { Permission } from "@/lib/schemas/session";
import type { ObjectDetail } from "@/lib/schemas/kube-object";
import { ObjectPage } from "./object-page";

const HOSTILE = `</script><img src=x onerror=alert(1)>$(reboot)`;
const REF = { apiVersion: "v1", kind: "ConfigMap", namespace: "shop", name: "settings" };
const detail = (over: Partial<ObjectDetail> = {}): ObjectDetail => ({
  ref: REF,
  ...{ list: "configmaps", uid: "u", resourceVersion: "7", createdAt: "2026-11-23T10:00:00Z" },
  ...{ deletingSince: "", finalizers: [], labels: {}, annotations: {}, status: null },
  ...{ actions: ["edit", "delete"], facts: [], conditions: [], events: [], containers: null },
  graph: { nodes: [], edges: [], more: 0 },
  ...{ usage: null, keys: null, yaml: "kind: ConfigMap\n", json: {}, cut: [] },
  ...{ secretsHidden: false, follows: [], problems: [] },
  ...over,
});
const KIND = {
  ...{ name: "configmaps", group: "configuration", apiVersion: "v1", kind: "ConfigMap" },
  ...{
    label: "Config maps",
    namespaced: true,
    actions: ["edit", "delete"],
    filters: [],
    columns: [],
  },
};

function open(answer: () => unknown, permissions?: readonly Permission[]) {
  stubPanel({
    "GET /clusters/c1/kinds": () => ({ kinds: [KIND], problem: null }),
    "GET /clusters/c1/objects": answer,
  });
  return renderPage(
    <ObjectPage clusterId="c1" target={REF} />,
    permissions === undefined ? {} : { permissions },
  );
}

beforeEach(() => {
  stubMatchMedia(false);
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the page of one object", () => {
  it("says that it reads, and remembers nothing that was not shown", () => {
    open(() => new Promise(() => {}));
    expect(screen.getByText("Reading…")).toBeTruthy();
    expect(localStorage.getItem(RECENT_KEY)).toBeNull();
  });

  it("shows every text of it as it is", async () => {
    const status = { word: "Failed", tone: "danger", why: HOSTILE, remedy: "" } as const;
    open(() => detail({ status, labels: { app: HOSTILE }, ref: { ...REF, name: HOSTILE } }));
    expect(await screen.findByRole("heading", { name: HOSTILE })).toBeTruthy();
    expect(document.querySelector("img, script")).toBeNull();
    expect(document.body.textContent).toContain(`${HOSTILE}`);
    await waitFor(() => expect(localStorage.getItem(RECENT_KEY)).toContain("settings"));
  });

  it("tells an object that is gone from one that cannot be read", async () => {
    open(() => refuses(404, { code: "object.not-found", detail: "It is gone.", remedies: [] }));
    expect(await screen.findByText("It does not exist any more")).toBeTruthy();
    expect(
      (await screen.findByRole("link", { name: "All config maps" })).getAttribute("href"),
    ).toBe("/clusters/c1/configmaps");
    cleanup();
    const away = {
      code: "cluster.unreachable",
      detail: "lb is away.",
      remedies: ["Look."],
    } as const;
    const answers = [refuses(503, away), detail()];
    open(() => answers.shift());
    expect(await screen.findByText("lb is away.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Try now" }));
    expect(await screen.findByRole("heading", { name: "settings" })).toBeTruthy();
  });

  it("says which of its parts could not be read, beside those that could", async () => {
    const missing = {
      code: "kube.forbidden",
      detail: "Events may not be read.",
      remedies: [],
    } as const;
    open(() => detail({ problems: [missing] }));
    expect(await screen.findByText("Events may not be read.")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "settings" })).toBeTruthy();
  });

  it("says since when it is being deleted, and what holds it", async () => {
    open(() => detail({ deletingSince: "2026-11-23T10:00:00Z", finalizers: ["shop/keep"] }));
    expect(await screen.findByText("Is being deleted")).toBeTruthy();
    expect(screen.getByText(/It waits for shop\/keep to let it go/)).toBeTruthy();
  });

  it("offers no change to who may only look", async () => {
    open(() => detail(), ["kube:read"]);
    expect(await screen.findByRole("heading", { name: "settings" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Edit as YAML" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Actions for settings" })).toBeNull();
    cleanup();
    open(() => detail());
    expect(await screen.findByRole("link", { name: "Edit as YAML" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Actions for settings" })).toBeTruthy();
  });
});
