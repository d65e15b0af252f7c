"use client";
import { GitCompareArrows } from "lucide-react";
import { useMemo } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { usePaletteEntries } from "@/components/shell/palette-entries";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { planHref } from "@/lib/schemas/operation-param";

/** What the palette offers while a cluster's page is open; the same as its buttons. */
export function useClusterPalette({ id, name }: ClusterRow, mayChange: boolean): void {
  const words = useMessages().cluster.actions;
  usePaletteEntries(
    useMemo(() => {
      if (!mayChange) return [];
      return [
        {
          id: "cluster-apply",
          group: "actions",
          label: `${words.apply}: ${name}`,
          icon: GitCompareArrows,
          act: ({ go }) => go(planHref(id, { kind: "apply" })),
        },
      ];
    }, [id, name, mayChange, words]),
  );
}
