"use client";
import { SquareTerminal } from "lucide-react";
import { useMayIn } from "@/components/cluster/use-may-in";
import { useMessages } from "@/components/hooks/use-messages";
import { ButtonLink } from "@/components/ui/button-link";
import type { ClusterRow } from "@/lib/schemas/cluster";
import { consoleHref } from "./console-links";
import { useConsolePalette } from "./use-console-palette";

/** Leads to kubectl in a cluster, from its head and from the palette. */
export function ConsoleButton({ cluster }: { cluster: ClusterRow }) {
  const words = useMessages().kubeConsole;
  const mayType = useMayIn(cluster.id, "kube:console");
  useConsolePalette(cluster, mayType);
  if (!mayType) return null;
  return (
    <ButtonLink icon={SquareTerminal} href={consoleHref(cluster.id)} title={words.openHelp}>
      {words.open}
    </ButtonLink>
  );
}
