import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderPage, stubPanel } from "@/components/hooks/panel.fixture";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { ObjectMenu } from "./kinds/object-menu";
import { useMayIn } from "./use-may-in";

const POD = { apiVersion: "v1", kind: "Pod", namespace: "shop", name: "web" };

function Offer() {
  return (
    <>
      <p>{useMayIn("c1", "kube:write") ? "offered" : "not offered"}</p>
      <ObjectMenu clusterId="c1" info={{ actions: ["edit", "delete"] }} target={POD} />
    </>
  );
}

function show(origin: ClusterRow["origin"], people: boolean | null) {
  stubPanel({
    "GET /clusters/c1/adopted": () => ({ people, grant: null }),
    "GET /clusters/c1": () => ({ cluster: { id: "c1", origin } }),
  });
  renderPage(<Offer />, { permissions: ["kube:write"] });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("what is offered in a cluster", () => {
  it("is no change where people have no rights of their own", async () => {
    show("adopted", false);
    expect(await screen.findByText("not offered")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /web/ })).toBeNull();
  });

  it.each([
    ["built", false],
    ["adopted", true],
    ["adopted", null],
  ] as const)(
    "is what the person may in one that is %s (people act: %s)",
    async (origin, people) => {
      show(origin, people);
      expect(await screen.findByText("offered")).toBeTruthy();
      expect(await screen.findByRole("button", { name: /web/ })).toBeTruthy();
    },
  );
});
