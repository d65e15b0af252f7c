import { describe, expect, it } from "vitest";
import { customKind } from "./custom-kind";
import { readDiscovery, type Discovered } from "./discovery";

const CERTIFICATE: Discovered = {
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  plural: "certificates",
  namespaced: true,
  verbs: ["get", "list", "watch", "patch"],
};
const CRD = {
  spec: {
    versions: [
      {
        name: "v1",
        additionalPrinterColumns: [
          {
            name: "Ready",
            type: "string",
            jsonPath: '.status.conditions[?(@.type=="Ready")].status',
          },
          { name: "Secret", type: "string", jsonPath: ".spec.secretName" },
          { name: "Revision", type: "integer", jsonPath: ".status.revision" },
          { name: "Renewal", type: "date", jsonPath: ".status.renewalTime", priority: 1 },
          { name: "Names", type: "string", jsonPath: ".spec.dnsNames" },
          { name: "Odd", type: "string", jsonPath: "..[?(@.a > 3)]" },
          { name: "Age", type: "date", jsonPath: ".metadata.creationTimestamp" },
        ],
      },
    ],
  },
};
const OBJECT = {
  metadata: { name: "<b>shop</b>", namespace: "shop", uid: "u" },
  spec: { secretName: "$(reboot)", dnsNames: ["a.example.org", "b.example.org"] },
  status: {
    revision: 3,
    conditions: [{ type: "Ready", status: "False", reason: "DoesNotExist", message: "No secret" }],
  },
};

describe("a custom kind", () => {
  it("has the columns of its definition, and its own age", () => {
    const kind = customKind(CERTIFICATE, CRD);
    expect(kind.name).toBe("certificates.cert-manager.io");
    expect(kind.path).toBe("/apis/cert-manager.io/v1/certificates");
    expect(kind.columns.map(({ label, type, shown }) => [label, type, shown])).toEqual([
      ["Name", "text", true],
      ["Namespace", "text", true],
      ["Status", "status", true],
      ["Ready", "text", true],
      ["Secret", "text", true],
      ["Revision", "number", true],
      ["Renewal", "time", false],
      ["Names", "text", true],
      ["Owner", "reference", false],
      ["Labels", "labels", false],
      ["Age", "time", true],
    ]);
  });

  it("reads the cells, and tells the state from the conditions", () => {
    const row = customKind(CERTIFICATE, CRD).project(OBJECT);
    expect(row).toMatchObject({
      name: "<b>shop</b>",
      c0: "False",
      c1: "$(reboot)",
      c2: 3,
      c3: "",
      c4: '["a.example.org","b.example.org"]',
      status: { word: "DoesNotExist", tone: "danger", why: "No secret" },
    });
  });

  it("does without a definition, and without conditions, spec or status", () => {
    const kind = customKind({ ...CERTIFICATE, verbs: ["list", "watch"] }, null);
    const row = kind.project({ metadata: { name: "x", uid: "u" } });
    expect(kind.status(row)).toBeNull();
    expect(kind.info.actions).toEqual([]);
    expect(customKind(CERTIFICATE, {}).columns.map(({ id }) => id)).toContain("createdAt");
  });

  it.each([
    [{ phase: "Running" }, "Running", "ok"],
    [{ state: "Failed", message: "out of disk" }, "Failed", "danger"],
    [{ phase: "Provisioning" }, "Provisioning", "live"],
    [{ phase: "Peculiar" }, "Peculiar", "unknown"],
    [{ conditions: [{ type: "Available", status: "True" }] }, "Available", "ok"],
    [{ conditions: [{ type: "Ready", status: "Unknown" }] }, "Not ready", "live"],
  ])("tells the state from %j", (status, word, tone) => {
    const row = customKind(CERTIFICATE, null).project({
      metadata: { name: "x", uid: "u" },
      status,
    });
    expect(row.status).toMatchObject({ word, tone });
  });

  it.each([{ conditions: "none" }, { conditions: [null, 3, {}] }, { phase: {} }, { phase: "" }])(
    "is not confused by a status of %j",
    (status) => {
      const kind = customKind(CERTIFICATE, null);
      expect(kind.project({ metadata: { name: "x", uid: "u" }, status }).status).toBeNull();
    },
  );

  it("takes hostile columns for what they are: text, of bounded length and number", () => {
    const column = (name: string, jsonPath = ".spec.secretName") => ({ name, jsonPath });
    const additionalPrinterColumns = [
      column("<script>alert(1)</script>"),
      column("\u001b[2J\u202eeslaf"),
      column("x".repeat(1_000_000)),
      column("__proto__", ".__proto__.polluted"),
      column("constructor", ".constructor.name"),
      column("deep", `.a${"[*]".repeat(5_000)}`),
      ...Array.from({ length: 100 }, (_, at) => column(`c${at}`)),
    ];
    const crd = { spec: { versions: [{ name: "v1", additionalPrinterColumns }] } };
    const kind = customKind(CERTIFICATE, crd);
    const row = kind.project(OBJECT);
    expect(kind.columns.length).toBeLessThan(30);
    expect(JSON.stringify(kind.columns).length).toBeLessThan(10_000);
    expect(JSON.stringify(kind.columns)).not.toContain("\\u001b");
    expect(row).toMatchObject({ c0: "$(reboot)", c3: "", c4: "", c5: "" });
  });

  it("cuts a cell that is as long as a file", () => {
    const object = { ...OBJECT, spec: { secretName: "x".repeat(5_000_000) } };
    expect(String(customKind(CERTIFICATE, CRD).project(object).c1).length).toBe(201);
  });
});

describe("what a cluster serves", () => {
  it("is read in the version that the API puts first", () => {
    const resource = (name: string, kind: string) => ({
      resource: name,
      responseKind: { kind },
      scope: "Namespaced",
      verbs: ["list", "watch"],
    });
    const found = readDiscovery({
      items: [
        {
          metadata: {},
          versions: [{ version: "v1", resources: [resource("limitranges", "LimitRange")] }],
        },
        {
          metadata: { name: "autoscaling" },
          versions: [
            {
              version: "v2",
              resources: [resource("horizontalpodautoscalers", "HorizontalPodAutoscaler")],
            },
            {
              version: "v1",
              resources: [resource("horizontalpodautoscalers", "HorizontalPodAutoscaler")],
            },
          ],
        },
        { metadata: { name: "broken" }, versions: [{ version: "v1" }] },
      ],
    });
    expect(found.map(({ apiVersion, plural }) => `${apiVersion} ${plural}`)).toEqual([
      "v1 limitranges",
      "autoscaling/v2 horizontalpodautoscalers",
    ]);
  });
});
