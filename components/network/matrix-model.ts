import { cellFor } from "@/lib/network/cell-for";
import { runsPods } from "@/lib/network/decide";
import type { Cell, SiteSpec, Zone } from "@/lib/schemas/site";
import { ANY_ZONE } from "@/lib/schemas/site-service";
import type { MeasuredPair, SiteRow } from "@/lib/schemas/site-view-row";

/** Probes of one pair of zones, counted. */
export interface MeasuredCount {
  readonly agree: number;
  readonly differ: number;
  readonly untested: number;
  readonly total: number;
  /** Nobody here to send or answer a probe, though others were sent. */
  readonly isOutOfReach: boolean;
}

/** One field of the matrix. */
export interface MatrixField {
  readonly from: string;
  readonly to: string;
  /** What decides here; null: nothing is said, so nothing passes. */
  readonly cell: Cell | null;
  /** False: it decides by a cell of "any". */
  readonly isOwn: boolean;
  /** Whether a host of the site ever sees such a packet. */
  readonly isRouted: boolean;
  readonly measured: MeasuredCount;
  /** Differs from what is saved. */
  readonly isChanged: boolean;
}

export interface Matrix {
  /** Names of zones, "any" last where it is shown. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly MatrixField[])[];
}

/** The matrix of a policy as a picture: who decides what, and whether it was measured so. */
export function matrixOf(about: {
  readonly spec: SiteSpec;
  readonly saved: SiteSpec;
  readonly hosts: SiteRow["hosts"];
  readonly pairs: readonly MeasuredPair[];
  readonly withAny: boolean;
}): Matrix {
  const { spec, saved, hosts, pairs, withAny } = about;
  const names = [...spec.zones.map(({ name }) => name), ...(withAny ? [ANY_ZONE] : [])];
  return {
    names,
    rows: names.map((from) =>
      names.map((to) => {
        const cell = cellOf(spec, from, to);
        return {
          from,
          to,
          cell,
          isOwn: cell?.from === from && cell.to === to,
          isRouted: isRouted({ spec, hosts }, from, to),
          measured: {
            ...countPairs(pairsOf(pairs, from, to)),
            isOutOfReach: pairs.length > 0 && pairsOf(pairs, from, to).length === 0,
          },
          isChanged: JSON.stringify(cell) !== JSON.stringify(cellOf(saved, from, to)),
        };
      }),
    ),
  };
}

/** A cell of "any" speaks only for itself: its row and column show what was written there. */
const cellOf = (spec: SiteSpec, from: string, to: string) =>
  from === ANY_ZONE || to === ANY_ZONE
    ? (spec.cells.find((each) => each.from === from && each.to === to) ?? null)
    : cellFor(spec, from, to);

/** The probes between two zones. */
export const pairsOf = (pairs: readonly MeasuredPair[], from: string, to: string) =>
  pairs.filter(({ zones }) => zones[0] === from && zones[1] === to);

export const isDiffering = ({ expected, measured }: MeasuredPair): boolean =>
  measured !== "untested" && measured !== expected;

/** Probes by how they ended. */
export function countPairs(pairs: readonly MeasuredPair[]): MeasuredCount {
  const differ = pairs.filter(isDiffering).length;
  const untested = pairs.filter(({ measured }) => measured === "untested").length;
  const agree = pairs.length - differ - untested;
  return { agree, differ, untested, total: pairs.length, isOutOfReach: false };
}

/** Whether some host of the site sees packets of this pair: their receiver, a node of the cluster, or a firewall. */
export function isRouted(
  site: { readonly spec: SiteSpec; readonly hosts: SiteRow["hosts"] },
  from: string,
  to: string,
): boolean {
  const { spec, hosts } = site;
  if (from === ANY_ZONE || to === ANY_ZONE) return true;
  const kind = (name: string): Zone["kind"] | undefined =>
    spec.zones.find((zone) => zone.name === name)?.kind;
  if (kind(from) === "internet" && kind(to) === "internet") return false;
  if (hosts.some(({ zone }) => zone === to)) return true;
  if (kind(from) === "pods" || kind(to) === "pods") return hosts.some(({ role }) => runsPods(role));
  return from !== to && spec.firewalls.some(({ interfaces }) => interfaces.length > 1);
}

/** Which shape a verdict has. */
export type VerdictKind = "everything" | "some" | "deny" | "silent";

export function verdictKind(cell: Cell | null): VerdictKind {
  if (cell === null) return "silent";
  if (cell.verdict === "deny") return "deny";
  return cell.services.length === 0 ? "everything" : "some";
}
