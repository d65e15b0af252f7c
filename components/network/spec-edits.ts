import type { Cell, SiteSpec, Zone } from "@/lib/schemas/site";

/** The policy with this cell: instead of the one of its pair, or new. */
export function withCell(spec: SiteSpec, cell: Cell): SiteSpec {
  const at = spec.cells.findIndex(({ from, to }) => from === cell.from && to === cell.to);
  return {
    ...spec,
    cells: at === -1 ? [...spec.cells, cell] : spec.cells.with(at, cell),
  };
}

/** The policy without a cell of its own for this pair. */
export const withoutCell = (spec: SiteSpec, from: string, to: string): SiteSpec => ({
  ...spec,
  cells: spec.cells.filter((cell) => cell.from !== from || cell.to !== to),
});

type Listed = "zones" | "services" | "exceptions" | "forwards" | "firewalls";

/** The policy with one element of a list replaced; null adds it at the end. */
export const withElement = <P extends Listed>(
  spec: SiteSpec,
  part: P,
  put: { readonly at: number | null; readonly element: unknown },
): SiteSpec => {
  const list = spec[part] as readonly unknown[];
  const next = put.at === null ? [...list, put.element] : list.with(put.at, put.element);
  return { ...spec, [part]: next };
};

/** The policy without one element of a list. */
export const withoutElement = (spec: SiteSpec, part: Listed, at: number): SiteSpec => ({
  ...spec,
  [part]: (spec[part] as readonly unknown[]).filter((_, i) => i !== at),
});

/** The exception asked one place earlier. */
export function movedUp(spec: SiteSpec, at: number): SiteSpec {
  const [before, moved] = [spec.exceptions[at - 1], spec.exceptions[at]];
  if (before === undefined || moved === undefined) return spec;
  return { ...spec, exceptions: spec.exceptions.with(at - 1, moved).with(at, before) };
}

/** The policy with one zone changed, under its new name everywhere. */
export function withZone(spec: SiteSpec, at: number, zone: Zone): SiteSpec {
  const old = spec.zones[at]?.name ?? zone.name;
  const renamed = (name: string) => (name === old ? zone.name : name);
  return {
    ...spec,
    zones: spec.zones.with(at, zone),
    cells: spec.cells.map((cell) => ({ ...cell, from: renamed(cell.from), to: renamed(cell.to) })),
    masquerade: spec.masquerade.map(renamed),
    firewalls: spec.firewalls.map((firewall) => ({
      ...firewall,
      interfaces: firewall.interfaces.map((each) => ({ ...each, zone: renamed(each.zone) })),
    })),
  };
}

/** The policy without a zone and everything that speaks of it. */
export const withoutZone = (spec: SiteSpec, gone: string): SiteSpec => ({
  ...spec,
  zones: spec.zones.filter(({ name }) => name !== gone),
  cells: spec.cells.filter(({ from, to }) => from !== gone && to !== gone),
  masquerade: spec.masquerade.filter((name) => name !== gone),
  firewalls: spec.firewalls
    .map((firewall) => ({
      ...firewall,
      interfaces: firewall.interfaces.filter(({ zone }) => zone !== gone),
    }))
    .filter(({ interfaces }) => interfaces.length > 0),
});

/** In how many cells and exceptions a service is named. */
export function usesOf(spec: SiteSpec, name: string): number {
  return (
    spec.cells.filter(({ services }) => services.includes(name)).length +
    spec.exceptions.filter(({ service }) => service === name).length
  );
}
