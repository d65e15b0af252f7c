"use client";
import { SquareTerminal } from "lucide-react";
import { useMemo } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { usePaletteEntries } from "@/components/shell/palette-entries";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { consoleHref } from "./console-links";

/** kubectl in the palette, while a cluster's page is open. */
export function useConsolePalette({ id, name }: ClusterRow, mayType: boolean): void {
  const words = useMessages().kubeConsole;
  usePaletteEntries(
    useMemo(() => {
      if (!mayType) return [];
      return [
        {
          id: "cluster-kubectl",
          group: "actions",
          label: words.palette(name),
          icon: SquareTerminal,
          keywords: ["console", "terminal", "shell"],
          act: ({ go }) => go(consoleHref(id)),
        },
      ];
    }, [id, name, mayType, words]),
  );
}
