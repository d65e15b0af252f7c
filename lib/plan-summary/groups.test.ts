import { describe, expect, it } from "vitest";
import { isInSync, planFigures, roughMs } from "./figures";
import { filterCount, planGroups } from "./groups";
import { smallPlan } from "./testing/small-plan";

const shown = (filter: "all" | "changes" | "files", search = "") =>
  planGroups(smallPlan.nodes, { filter, search }).map((group) => [
    group.hostName,
    group.nodes.map((node) => node.label),
  ]);

describe("planGroups", () => {
  it("lists steps by host in the order of the plan", () => {
    expect(shown("all")).toEqual([
      ["lb", ["host name", "haproxy.cfg"]],
      ["db", ["swap off"]],
      ["master1", ["k3s binary", "endpoint"]],
      ["master2", ["token"]],
    ]);
  });

  it("keeps problems among the changes, and leaves hosts out that have none", () => {
    expect(shown("changes").map(([host]) => host)).toEqual(["lb", "db", "master1"]);
  });

  it("lists what writes or removes a file", () => {
    expect(shown("files")).toEqual([
      ["lb", ["haproxy.cfg"]],
      ["master1", ["k3s binary", "endpoint"]],
    ]);
    expect(filterCount(smallPlan.nodes, "files")).toBe(3);
  });

  it("finds by host, step, path and command, all words of the search at once", () => {
    expect(shown("all", "reload HAPROXY")).toEqual([["lb", ["haproxy.cfg"]]]);
    expect(shown("all", "master1 endpoint.yaml")).toEqual([["master1", ["endpoint"]]]);
    expect(shown("all", "nowhere")).toEqual([]);
  });

  it("counts the changes of a host whatever is listed", () => {
    const [lb] = planGroups(smallPlan.nodes, { filter: "all", search: "host name" });
    expect(lb).toMatchObject({ changes: 1, total: 2 });
  });
});

describe("planFigures", () => {
  it("counts states, touched hosts and restarts", () => {
    expect(planFigures(smallPlan)).toEqual({
      total: 6,
      changes: 3,
      hosts: 4,
      unknown: 1,
      inSync: 1,
      problems: 1,
      restarts: [{ what: "haproxy", hostName: "lb" }],
      checks: 6,
    });
    expect(isInSync(planFigures(smallPlan))).toBe(false);
  });
});

describe("roughMs", () => {
  it.each([
    [300, 1_000],
    [8_400, 8_000],
    [47_000, 45_000],
    [372_000, 360_000],
  ])("says %i ms as %i", (given, said) => {
    expect(roughMs(given)).toBe(said);
  });
});
