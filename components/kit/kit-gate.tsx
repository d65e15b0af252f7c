"use client";
import type { ReactNode } from "react";
import { useHydrated } from "@/components/hooks/use-hydrated";
import { useSession } from "@/components/hooks/use-session";
import { NotFoundPage } from "@/components/shell/not-found-page";

/** The kit is for who builds the panel: administrators reach it from the settings. */
export function KitGate(props: { children: ReactNode }) {
  const session = useSession().data;
  const hydrated = useHydrated();
  if (!hydrated || session === undefined) return null;
  return session.user?.role === "administrator" ? props.children : <NotFoundPage />;
}
