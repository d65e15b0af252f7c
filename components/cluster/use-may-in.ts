"use client";
import { useStanding } from "@/components/adopt/use-standing";
import type { Permission } from "@/lib/schemas/session";
import { useMay } from "./use-may";

/**
 * Whether to offer what a person does in a cluster by rights of their own: changes, shells, kubectl. Never in an
 * adopted one that can only be read; its note says why (components/adopt/adopted-note.tsx).
 */
export function useMayIn(clusterId: string, permission: Permission): boolean {
  const may = useMay(permission);
  return useStanding(clusterId)?.people !== false && may;
}
