import { describe, expect, it } from "vitest";
import { selectHosts, viewFrom, viewQuery } from "./hosts-view";
import { testRow } from "./host-rows.fixture";

const rows = [
  testRow("lb", { role: "load-balancer", address: "192.168.1.210" }),
  testRow("worker2", { role: "agent", findings: ["blocker", "warning"] }),
  testRow("db", { role: "datastore", findings: ["warning"] }),
  testRow("worker10", { role: "agent" }),
  testRow("spare", { state: "unreachable" }),
  testRow("master1", { role: "server", state: "key-changed" }),
];
const names = (query: string) =>
  selectHosts(rows, viewFrom(new URLSearchParams(query))).map((row) => row.name);

describe("the order of hosts", () => {
  it("puts trouble first: changed keys, silence, problems, warnings, then names", () => {
    expect(names("")).toEqual(["master1", "spare", "worker2", "db", "lb", "worker10"]);
  });

  it("sorts names as people count", () => {
    expect(names("sort=name&role=agent")).toEqual(["worker2", "worker10"]);
    expect(names("sort=name&order=desc&role=agent")).toEqual(["worker10", "worker2"]);
  });
});

describe("the filter", () => {
  it("needs every word somewhere in name, address, role or model", () => {
    expect(names("q=210")).toEqual(["lb"]);
    expect(names("q=agent+worker1")).toEqual(["worker10"]);
  });

  it("finds hosts without a role", () => {
    expect(names("role=none")).toEqual(["spare"]);
  });
});

describe("the address", () => {
  it("gives back the view that it was made from, without defaults", () => {
    const query = "q=pi+4&role=server&sort=memory&order=desc&host=h1&tab=facts";
    expect(viewQuery(viewFrom(new URLSearchParams(query)))).toBe(query);
    expect(viewQuery(viewFrom(new URLSearchParams("")))).toBe("");
  });

  it("falls back to the default for what it does not know", () => {
    expect(viewQuery(viewFrom(new URLSearchParams("role=king&sort=colour&tab=x")))).toBe("");
  });
});
