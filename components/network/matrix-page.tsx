"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { cx } from "@/components/ui/cx";
import { ANY_ZONE } from "@/lib/schemas/site-service";
import { CellDrawer } from "./cell-drawer";
import { MatrixFoot } from "./matrix-foot";
import { matrixOf } from "./matrix-model";
import { MatrixTable } from "./matrix-table";
import { cellHref, sectionHref } from "./network-links";
import { useSiteEditor } from "./site-editor";
import { useLastMeasurement } from "./use-site";
import { Card } from "@/components/ui/card";

const NO_PAIRS: readonly never[] = [];

/** Who may talk to whom, and whether it is so; the chosen field beside it. */
export function MatrixPage() {
  const { site, spec, saved } = useSiteEditor();
  const measurement = useLastMeasurement(site.id).data ?? null;
  const chosen = useChosenCell();
  const [anyWanted, setAnyWanted] = useState(false);
  const hasAny = spec.cells.some(({ from, to }) => from === ANY_ZONE || to === ANY_ZONE);
  const withAny = hasAny || anyWanted;
  const pairs = measurement?.pairs ?? NO_PAIRS;
  const matrix = useMemo(
    () => matrixOf({ spec, saved, hosts: site.hosts, pairs, withAny }),
    [spec, saved, site.hosts, pairs, withAny],
  );
  const field = matrix.rows.flat().find(({ from, to }) => from === chosen.from && to === chosen.to);
  return (
    <div
      className={cx(
        "grid items-start gap-4",
        field && "lg:grid-cols-[minmax(0,1fr)_396px]",
        // The foot of the page would lie over the drawer's.
        "[&>aside]:max-h-[calc(100dvh-var(--topbar)-92px)]",
      )}
    >
      <Card className="overflow-hidden">
        <MatrixTable matrix={matrix} chosen={field ?? null} onChoose={chosen.open} />
        <MatrixFoot
          measurement={measurement}
          withAny={withAny}
          onAny={hasAny ? null : () => setAnyWanted(!anyWanted)}
        />
      </Card>
      {field && (
        <CellDrawer
          key={`${field.from} ${field.to}`}
          field={field}
          pairs={pairs}
          onClose={chosen.close}
        />
      )}
    </div>
  );
}

/** Which field is open stands in the address: "?cell=home~dmz". */
function useChosenCell() {
  const { site } = useSiteEditor();
  const router = useRouter();
  const [from, to] = (useSearchParams().get("cell") ?? "").split("~");
  return {
    from,
    to,
    open: (row: string, column: string) =>
      router.replace(cellHref(site.id, row, column), { scroll: false }),
    close: () => router.replace(sectionHref(site.id, "matrix"), { scroll: false }),
  };
}
