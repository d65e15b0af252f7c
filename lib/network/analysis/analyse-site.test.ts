import { describe, expect, it } from "vitest";
import { dmzView, flatView } from "@/lib/network/testing/dmz-view";
import type { SiteSpecInput } from "@/lib/schemas/site";
import { analyseSite } from "./analyse-site";

const NOW = new Date("2026-11-23T12:00:00Z");
const ids = (change?: (site: SiteSpecInput) => SiteSpecInput) =>
  analyseSite(dmzView(change), NOW).map(({ id }) => id);

const withoutService = (from: string, to: string, gone: string) => (site: SiteSpecInput) => ({
  ...site,
  cells: site.cells?.map((cell) =>
    cell.from === from && cell.to === to
      ? { ...cell, services: cell.services?.filter((name) => name !== gone) }
      : cell,
  ),
});

const exception = {
  verdict: "deny" as const,
  from: "192.168.3.0/24",
  to: "192.168.3.0/24",
  service: null,
  until: null,
  reason: "a test",
};

describe("a policy that is looked at before it is applied", () => {
  it("has nothing to be said about when it is a preset", () => {
    expect(ids()).toEqual([]);
    expect(analyseSite(flatView(), NOW)).toEqual([]);
  });

  it("is stopped when a cell cuts the datastore, and says which hosts and where", () => {
    const [found] = analyseSite(dmzView(withoutService("dmz", "dmz", "datastore")), NOW);
    expect(found).toMatchObject({
      id: "cluster.cut",
      severity: "blocker",
      title: "Cuts the cluster's state",
      reason: "The cluster needs master1 → db:3306/tcp, master2 → db:3306/tcp.",
      path: ["cells", 4],
    });
  });

  it("is stopped when a cell cuts the API or the pods' network", () => {
    for (const gone of ["kubernetes-api", "flannel-vxlan", "kubelet"])
      expect(ids(withoutService("dmz", "dmz", gone))).toEqual(["cluster.cut"]);
  });

  it("is stopped when an exception cuts the cluster", () => {
    expect(ids((site) => ({ ...site, exceptions: [exception] }))).toEqual(["cluster.cut"]);
  });

  it("is stopped when a host is in no zone", () => {
    const view = dmzView();
    const lost = {
      ...view,
      hosts: [
        ...view.hosts,
        {
          id: "x",
          name: "lost",
          role: null,
          addresses: ["192.168.9.9"],
          sshPort: 22,
          interfaces: [],
        },
      ],
    };
    expect(analyseSite(lost, NOW)).toMatchObject([{ id: "host.nowhere", severity: "blocker" }]);
  });

  it("is stopped when it is not known where the panel comes from", () => {
    expect(analyseSite({ ...dmzView(), panel: [] }, NOW).map(({ id }) => id)).toEqual([
      "panel.unknown",
    ]);
  });

  it("is stopped by a forward to nowhere, and warns of one that hides SSH", () => {
    const forward = { protocol: "tcp" as const, port: 22, to: "10.9.9.9", toPort: 22 };
    expect(ids((site) => ({ ...site, forwards: [forward] }))).toEqual([
      "forward.nowhere",
      "forward.hides-ssh",
    ]);
  });

  it("is stopped by a firewall's interface that does not exist", () => {
    const broken = ids((site) => ({
      ...site,
      firewalls: [{ hostId: "fw1", interfaces: [{ name: "eth7", zone: "wan" }] }],
    }));
    expect(broken).toEqual(["firewall.no-interface", "firewall.one-leg"]);
  });

  it("is told what is open to the whole internet", () => {
    const open = ids((site) => ({
      ...site,
      cells: [
        ...(site.cells ?? []).slice(1),
        { from: "wan", to: "dmz", verdict: "allow" as const },
      ],
    }));
    expect(open).toEqual(["cell.wide-open"]);
  });

  it("is told what never decides anything", () => {
    const allow = { ...exception, verdict: "allow" as const };
    expect(
      ids((site) => ({
        ...site,
        exceptions: [
          allow,
          { ...allow, from: "192.168.3.210/32" },
          { ...allow, until: "2020-01-01T00:00:00Z" },
        ],
        cells: [...(site.cells ?? []), { from: "any", to: "home", verdict: "deny" as const }],
      })),
    ).toEqual(["exception.unreachable", "exception.ended", "cell.unreachable"]);
  });
});
