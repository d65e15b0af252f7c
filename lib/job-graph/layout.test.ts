import { describe, expect, it } from "vitest";
import type { JobNode } from "@/lib/schemas/job-event";
import { columnsOf } from "./columns";
import { drawnEdges } from "./edges";
import { layoutGraph, MAIN_PX } from "./layout";
import { nearestSpot } from "./nearest-spot";

const node = (id: string, after: string[] = [], lane: JobNode["lane"] = "main"): JobNode => {
  const [hostName = "", label = ""] = id.split("/");
  const hostId = `h-${hostName}`;
  return {
    id,
    hostId,
    hostName,
    label,
    title: label,
    after,
    lane,
    skippable: false,
    typicalMs: 100,
  };
};
const limits = { availablePx: 600, leastPx: 72, mostPx: 110 };

describe("columnsOf", () => {
  it("puts every step right of all it needs", () => {
    const columns = columnsOf([
      node("db/base"),
      node("db/user", ["db/base"]),
      node("m1/base"),
      node("m1/start", ["m1/base", "db/user"]),
      node("w1/join", ["m1/start"]),
    ]);
    expect([...columns]).toEqual([
      ["db/base", 0],
      ["m1/base", 0],
      ["db/user", 1],
      ["m1/start", 2],
      ["w1/join", 3],
    ]);
  });

  it("never puts two steps of one track into one column, even without an edge between them", () => {
    const columns = columnsOf([node("lb/a"), node("lb/b"), node("lb/c", [], "transfer")]);
    expect([columns.get("lb/a"), columns.get("lb/b"), columns.get("lb/c")]).toEqual([0, 1, 0]);
  });

  it("does not need its input sorted, and lets what is ready first go first", () => {
    const columns = columnsOf([node("m1/late", ["db/x"]), node("m1/early"), node("db/x")]);
    expect(columns.get("m1/early")).toBe(0);
    expect(columns.get("m1/late")).toBe(1);
  });

  it("ignores needs that are not part of the job", () => {
    expect(columnsOf([node("a/x", ["elsewhere/y"])]).get("a/x")).toBe(0);
  });

  it("refuses a cycle, which no plan has", () => {
    expect(() => columnsOf([node("a/x", ["a/y"]), node("a/y", ["a/x"])])).toThrow("cycle");
  });
});

describe("drawnEdges", () => {
  it("leaves out what a longer path says already", () => {
    const edges = drawnEdges([
      node("a/1"),
      node("a/2", ["a/1"]),
      node("b/3", ["a/1", "a/2", "a/2"]),
    ]);
    expect(edges).toEqual([
      { from: "a/1", to: "a/2" },
      { from: "a/2", to: "b/3" },
    ]);
  });
});

describe("layoutGraph", () => {
  const nodes = [
    node("db/base"),
    node("m1/push", [], "transfer"),
    node("m1/start", ["db/base", "m1/push"]),
    node("m1/ready", ["m1/start"]),
  ];

  it("gives each host a lane, higher when something is pushed to it", () => {
    const { lanes, height } = layoutGraph(nodes, limits);
    expect(lanes.map((lane) => [lane.hostName, lane.top, lane.height])).toEqual([
      ["db", 0, MAIN_PX],
      ["m1", MAIN_PX, MAIN_PX + 28],
    ]);
    expect(height).toBe(2 * MAIN_PX + 28);
  });

  it("draws steps of one track on one line and curves between tracks", () => {
    const { wires, spots } = layoutGraph(nodes, limits);
    const straight = wires.filter((wire) => wire.straight).map((wire) => wire.to);
    expect(straight).toEqual(["m1/ready"]);
    expect(wires.filter((wire) => !wire.straight).every((wire) => wire.path.includes("C"))).toBe(
      true,
    );
    expect(spots.find((spot) => spot.id === "m1/push")).toMatchObject({ small: true });
  });

  it("joins the steps of a track one after the other, whatever they need", () => {
    const loose = [node("a/1"), node("a/2"), node("a/3", ["a/1", "a/2"])];
    expect(layoutGraph(loose, limits).wires.map((wire) => [wire.from, wire.to])).toEqual([
      ["a/1", "a/2"],
      ["a/2", "a/3"],
    ]);
  });

  it("fills the room there is, between the narrowest and the widest column", () => {
    const pitch = (availablePx: number) => layoutGraph(nodes, { ...limits, availablePx }).pitch;
    expect([pitch(100), pitch(260), pitch(5000)]).toEqual([72, 90, 110]);
  });

  it("draws nothing for no steps", () => {
    expect(layoutGraph([], limits)).toMatchObject({ height: 0, spots: [], wires: [], lanes: [] });
  });
});

describe("nearestSpot", () => {
  const layout = layoutGraph(
    [node("db/base"), node("db/user", ["db/base"]), node("m1/base"), node("m1/start", ["m1/base"])],
    limits,
  );

  it("walks a lane with left and right, and to the nearest step of another with up and down", () => {
    expect(nearestSpot(layout, "db/base", "ArrowRight")).toBe("db/user");
    expect(nearestSpot(layout, "db/user", "ArrowDown")).toBe("m1/start");
    expect(nearestSpot(layout, "m1/base", "ArrowUp")).toBe("db/base");
  });

  it("stays where there is nothing further, and ignores other keys", () => {
    expect(nearestSpot(layout, "db/user", "ArrowRight")).toBeUndefined();
    expect(nearestSpot(layout, "db/base", "ArrowUp")).toBeUndefined();
    expect(nearestSpot(layout, "db/base", "x")).toBeUndefined();
  });
});
