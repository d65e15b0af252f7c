import { expect, it } from "vitest";
import type { AdvisorInput } from "./advise";
import { switchedOff } from "./switched-off";
import { referenceInput, testHost } from "./reference-hosts.fixture";

const table = (input: AdvisorInput) =>
  switchedOff(input).map((line) => [line.host?.name ?? line.role, line.effect, line.verdict]);

it("the reference cluster survives a server and an agent, but not its load balancer", () => {
  expect(table(referenceInput())).toEqual([
    ["lb", "api-and-sites-down", "down"],
    ["db", "api-stops", "degraded"],
    ["server", "nothing", "fine"],
    ["agent", "pods-move", "fine"],
  ]);
});

it("the only server of two tiers takes the API with it, and the only agent the sites", () => {
  expect(table(referenceInput({ master2: null, worker2: null })).slice(2)).toEqual([
    ["master1", "api-stops", "degraded"],
    ["worker1", "sites-down", "down"],
  ]);
});

it("servers without the taint catch the pods of the only agent", () => {
  const input = { ...referenceInput({ worker2: null }), serverTaint: false };
  expect(table(input).at(-1)).toEqual(["worker1", "pods-move-to-servers", "fine"]);
});

it("one server alone is everything", () => {
  const input: AdvisorInput = {
    topology: "single-server",
    hosts: [testHost("pi", 4)],
    roles: { pi: "server" },
    serverTaint: false,
  };
  expect(table(input)).toEqual([["pi", "all-down", "down"]]);
});
