import { describe, expect, it } from "vitest";
import { kubeQuery } from "@/lib/schemas/kube";
import { podKind } from "./kinds/pod";
import { createRowIndex, pageOf } from "./row-index";

const pod = (where: string, restartCount = 0, waiting = "") => {
  const [namespace = "", name = "", node = ""] = where.split("/");
  return podKind.project({
    metadata: { name, namespace, uid: name },
    spec: { nodeName: node, containers: [{ name: "c", image: "nginx:1.14.2" }] },
    status: {
      phase: "Running",
      containerStatuses: [
        {
          name: "c",
          restartCount,
          ready: waiting === "",
          state: waiting === "" ? { running: {} } : { waiting: { reason: waiting } },
        },
      ],
    },
  });
};
const PODS = [
  pod("web/nginx-b/worker2"),
  pod("web/nginx-a/worker1", 12),
  pod("kube-system/dns/worker1"),
  pod("club/gallery/worker2", 2, "ImagePullBackOff"),
];
const INDEX = createRowIndex(podKind, PODS);
const select = (query: object) => INDEX.select(kubeQuery.parse(query)).map(({ name }) => name);

describe("a row index", () => {
  it("puts trouble first, then namespace and name", () => {
    expect(select({})).toEqual(["gallery", "dns", "nginx-a", "nginx-b"]);
  });

  it("wants every word, in any field, in any case", () => {
    expect(select({ search: "NGINX worker1" })).toEqual(["dns", "nginx-a"]);
    expect(select({ search: "nginx-a WORKER1" })).toEqual(["nginx-a"]);
    expect(select({ search: "imagepull" })).toEqual(["gallery"]);
    expect(select({ search: "nothing" })).toEqual([]);
  });

  it("combines filters", () => {
    expect(select({ namespace: "web", node: "worker2" })).toEqual(["nginx-b"]);
    expect(select({ status: "Running", node: "worker1" })).toEqual(["dns", "nginx-a"]);
  });

  it("sorts numbers as numbers, both ways", () => {
    expect(select({ sort: "restarts", order: "desc" }).slice(0, 2)).toEqual(["nginx-a", "gallery"]);
    expect(select({ sort: "restarts" }).at(-1)).toBe("nginx-a");
  });

  it("gives one page after the other, and none after the last", () => {
    const query = (page: number) => kubeQuery.parse({ page, pageSize: 3 });
    const pages = [1, 2, 3].map((page) => pageOf(INDEX.select(query(page)), query(page)));
    expect(pages.map((rows) => rows.length)).toEqual([3, 1, 0]);
  });

  it("counts what each filter offers, commonest first", () => {
    expect(INDEX.facets).toEqual({
      namespace: [
        { value: "web", count: 2 },
        { value: "club", count: 1 },
        { value: "kube-system", count: 1 },
      ],
      node: [
        { value: "worker1", count: 2 },
        { value: "worker2", count: 2 },
      ],
      status: [
        { value: "Running", count: 3 },
        { value: "ImagePullBackOff", count: 1 },
      ],
      trouble: [{ value: "yes", count: 1 }],
    });
  });

  it("mends an order as a new sort would make it, whatever changed", () => {
    const columns = ["name", "restarts", "node", "trouble"];
    const queries = columns.flatMap((sort) =>
      (["asc", "desc"] as const).map((order) => kubeQuery.parse({ sort, order })),
    );
    let rows = Array.from({ length: 300 }, (_, at) => pod(`web/p-${at}/n-${at % 7}`, at % 5));
    let index = createRowIndex(podKind, rows);
    for (let version = 1; version <= 20; version += 1) {
      // Most orders are asked for now and then, not at every version.
      for (const query of queries.slice(0, version % queries.length)) index.select(query);
      const gone = (version * 37) % rows.length;
      const changed = (version * 91) % rows.length;
      rows = rows
        .map((row, at) => (at === changed ? pod(`web/${row.name}/n-9`, version) : row))
        .filter((_, at) => at !== gone);
      rows.push(pod(`web/new-${version}/n-3`, 2));
      index = createRowIndex(podKind, rows, index);
      const anew = createRowIndex(podKind, rows);
      expect(index.facets).toEqual(anew.facets);
      for (const query of queries)
        expect(index.select(query).map(({ name }) => name)).toEqual(
          anew.select(query).map(({ name }) => name),
        );
    }
  });
});
