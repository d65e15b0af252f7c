import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { testFacts, testRow } from "@/components/host/host-rows.fixture";
import { EMPTY_DRAFT, reduceDraft } from "./draft";
import { resolveDraft, type Resolved } from "./resolve-draft";
import type { WizardStep } from "./steps";
import { usePreflight } from "./use-preflight";
import { wizardHosts } from "./wizard-host";

const rows = ["lb", "db", "master1", "master2", "worker1"].map((name) =>
  testRow(name, { facts: testFacts(name) }),
);
const OFFERS = {
  versions: {
    versions: [],
    channels: [{ name: "stable", latest: "v1.34.4+k3s1" }],
  },
  offline: false,
  bundles: [],
};
const named = (name: string): Resolved =>
  resolveDraft(
    reduceDraft(EMPTY_DRAFT, { type: "settings", patch: { name } }),
    wizardHosts(rows, null),
    OFFERS,
  );

const realFetch = globalThis.fetch;
let asked: { name: string; aborted: () => boolean }[];
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  globalThis.fetch = (_, options) => {
    const { spec } = JSON.parse(options?.body as string) as { spec: { name: string } };
    asked.push({ name: spec.name, aborted: () => options?.signal?.aborted === true });
    return new Promise((_resolve, reject) =>
      options?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  };
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  vi.useRealTimers();
});

function preflight(step: WizardStep, now: Resolved) {
  const client = new QueryClient();
  const wrapper = (props: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
  return renderHook(usePreflight, { wrapper, initialProps: { step, now } });
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("settings that change while the step opens are asked about once, as they end up", async () => {
  const view = preflight("settings", named("first"));
  await pass(1000);
  expect(asked).toEqual([]);
  view.rerender({ step: "preflight", now: named("first") });
  await pass(200);
  view.rerender({ step: "preflight", now: named("second") });
  expect(view.result.current.busy).toBe(true);
  await pass(1000);
  expect(asked.map(({ name }) => name)).toEqual(["second"]);
});

it("a run whose settings change under it is ended", async () => {
  const view = preflight("preflight", named("first"));
  await pass(500);
  view.rerender({ step: "preflight", now: named("second") });
  await pass(500);
  expect(asked.map(({ name, aborted }) => `${name} ${aborted()}`)).toEqual([
    "first true",
    "second false",
  ]);
});

it("a host that is read again with the same outcome asks nothing new", async () => {
  const view = preflight("preflight", named("first"));
  await pass(500);
  view.rerender({ step: "preflight", now: named("first") });
  await pass(500);
  expect(asked).toHaveLength(1);
});
