import { describe, expect, it } from "vitest";
import { editable, HIDDEN } from "./editable";
import { labelChanges, ownLabels, parseLabels, parseTaints, taintLines } from "./node-text";
import { fieldsAt, type OpenApi } from "./openapi-fields";
import { placeInYaml } from "./yaml-place";

const TEXT = `apiVersion: v1
kind: Service
---
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
      - name: web
        im
      volumes:
        - name: data
          em
  re
`;

describe("where a line stands", () => {
  it.each([
    [11, ["spec", "template", "spec", "containers"]],
    [14, ["spec", "template", "spec", "volumes"]],
    [15, ["spec"]],
  ])("line %i is under %j", (line, path) => {
    expect(placeInYaml(TEXT, line)).toEqual({ apiVersion: "apps/v1", kind: "Deployment", path });
  });

  it("is nowhere in an object that does not say its kind", () => {
    expect(placeInYaml("spec:\n  x\n", 2)).toBeNull();
  });
});

describe("fields of a kind", () => {
  const api: OpenApi = {
    components: {
      schemas: {
        D: {
          "x-kubernetes-group-version-kind": [{ group: "apps", kind: "Deployment", version: "v1" }],
          properties: {
            spec: { allOf: [{ $ref: "#/components/schemas/S" }] },
            status: { type: "object" },
          },
        },
        S: {
          required: ["list"],
          properties: {
            list: {
              type: "array",
              description: "All of it. And more.",
              items: { $ref: "#/components/schemas/I" },
            },
            self: { $ref: "#/components/schemas/S" },
          },
        },
        I: { type: "object", properties: { name: { type: "string" } } },
      },
    },
  };
  const at = (...path: string[]) =>
    fieldsAt(api, { apiVersion: "apps/v1", kind: "Deployment" }, path);

  it("are found through references and lists, also in kinds that hold themselves", () => {
    expect(at()).toMatchObject([{ name: "spec" }]);
    expect(at("spec")[0]).toEqual({
      name: "list",
      type: "list",
      about: "All of it.",
      required: true,
    });
    expect(at("spec", "self", "self", "list")).toMatchObject([{ name: "name", type: "string" }]);
  });

  it("are none where nothing is known", () => {
    expect(at("spec", "no")).toEqual([]);
    expect(at("constructor")).toEqual([]);
    expect(fieldsAt({}, { apiVersion: "v1", kind: "X" }, [])).toEqual([]);
  });
});

describe("an object for the editor", () => {
  it("is without what the API writes, and a secret without its values anywhere", () => {
    const annotations = {
      "kubectl.kubernetes.io/last-applied-configuration": '{"data":{"a":"c2VjcmV0"}}',
    };
    const shown = editable({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", uid: "u", resourceVersion: "1", managedFields: [], annotations },
      data: { a: "c2VjcmV0" },
      status: {},
    });
    expect(JSON.stringify(shown)).not.toContain("c2VjcmV0");
    expect(shown).toMatchObject({ metadata: { name: "s" }, data: { a: HIDDEN } });
    expect(Object.keys(shown.metadata as object)).toEqual(["name", "annotations"]);
    expect(shown).not.toHaveProperty("status");
  });
});

describe("labels and taints as lines", () => {
  it("are read, and the first line that is none is named", () => {
    expect(parseLabels("disk=ssd\n\nexample.org/zone\n")).toEqual({
      ok: true,
      value: { disk: "ssd", "example.org/zone": "" },
    });
    expect(parseLabels("a=b\nno spaces here=1")).toEqual({ ok: false, line: "no spaces here=1" });
    expect(parseTaints("club=only:NoSchedule\nx:NoExecute")).toMatchObject({
      ok: true,
      value: [
        { key: "club", value: "only", effect: "NoSchedule" },
        { key: "x", value: "" },
      ],
    });
    expect(parseTaints("club=only:Sometimes")).toEqual({ ok: false, line: "club=only:Sometimes" });
    expect(taintLines([{ key: "x", effect: "NoExecute" }])).toBe("x:NoExecute");
  });

  it("change only what differs, and never the cluster's own labels", () => {
    expect(labelChanges({ a: "1", b: "2" }, { a: "1", c: "3" })).toEqual({ b: null, c: "3" });
    expect(
      ownLabels({ "kubernetes.io/arch": "arm64", "node.kubernetes.io/x": "", disk: "ssd" }),
    ).toEqual({ disk: "ssd" });
  });
});
