import { expect, it } from "vitest";
import { planHref, readOperation } from "./operation-param";

it("reads back what a link holds", () => {
  const operation = { kind: "add-host", hostId: "h1", role: "agent" } as const;
  const address = new URL(planHref("c1", operation), "http://panel.test");
  expect(address.pathname).toBe("/clusters/c1/plan");
  expect(readOperation(address.searchParams.get("operation") ?? undefined)).toEqual(operation);
});

it("creates the cluster when the address says nothing", () => {
  expect(readOperation(undefined)).toEqual({ kind: "create" });
});

it.each(["", "{", "null", '{"kind":"format"}', '{"kind":"add-host"}'])("refuses %j", (text) => {
  expect(readOperation(text)).toBeNull();
});

it("refuses two operations at once", () => {
  expect(readOperation(['{"kind":"create"}', '{"kind":"apply"}'])).toBeNull();
});
