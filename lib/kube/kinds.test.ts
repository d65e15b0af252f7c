import { describe, expect, it } from "vitest";
import { kubeQuery } from "@/lib/schemas/kube";
import { KUBE_ACTIONS } from "@/lib/schemas/kube-kind";
import { ALL_KINDS, isKindName, kindOfObject, KINDS } from "./kinds";

/** Names, labels and values as an attacker or a bad chart would write them. */
const EVIL = `<img src=x onerror=alert(1)>$(reboot)'"\`;{{7*7}}`;

describe.each(Object.entries(KINDS))("the kind %s", (name, kind) => {
  it("is named as in the table, and is found by what manifests call it", () => {
    expect(kind.name).toBe(name);
    expect(kindOfObject(kind.resource.apiVersion, kind.resource.kind)).toBe(kind);
  });

  it("shows an object of which nothing is known but its name", () => {
    const row = kind.project({ metadata: { name: EVIL, uid: "1" } });
    expect(row).toMatchObject({ name: EVIL, namespace: "", createdAt: "", labels: {} });
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
  });

  it("has a value for every column, of the column's type", () => {
    const row = kind.project({ metadata: { name: "x", uid: "1" } });
    const page = { ...row, status: kind.status(row as never) } as Record<string, unknown>;
    for (const { id, type } of kind.columns) {
      expect(page, id).toHaveProperty(id);
      const value = page[id];
      if (type === "list") expect(Array.isArray(value), id).toBe(true);
      if (type === "number") expect(typeof value, id).toBe("number");
      if (type === "text" || type === "time" || type === "reference")
        expect(typeof value, id).toBe("string");
      if (type === "flag") expect(typeof value, id).toBe("boolean");
    }
  });

  it("sorts by every column that says so, and by its own order", () => {
    for (const { id, sortable } of kind.columns)
      if (sortable) expect(kind.hasSort(id), id).toBe(true);
    expect(kind.hasSort(kind.defaultSort)).toBe(true);
    expect(kind.hasSort("constructor")).toBe(false);
  });

  it("has filters that a query can name, and actions that exist", () => {
    expect(Object.keys(kubeQuery.parse({}))).toEqual(expect.arrayContaining([...kind.filterNames]));
    expect(KUBE_ACTIONS).toEqual(expect.arrayContaining([...kind.info.actions]));
    const row = kind.project({ metadata: { name: "x", uid: "1" } });
    expect(kind.info.actions).toEqual(expect.arrayContaining([...kind.actionsFor(row as never)]));
  });
});

describe("the table of kinds", () => {
  it("joins only kinds that exist", () => {
    expect(ALL_KINDS.flatMap(({ joins }) => joins).every(isKindName)).toBe(true);
  });

  it("does not take properties of every object for kinds", () => {
    expect(isKindName("constructor")).toBe(false);
    expect(isKindName("__proto__")).toBe(false);
  });

  it("has addresses and topics that routes and sockets accept", () => {
    for (const { name, path } of ALL_KINDS) {
      expect(name).toMatch(/^[a-z0-9.-]{1,160}$/);
      expect(path).toMatch(/^\/(api\/v1|apis\/[a-z0-9.]+\/v[0-9a-z]+)\/[a-z]+$/);
    }
  });
});
