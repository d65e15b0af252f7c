"use client";
import type { ReactNode } from "react";
import { useHydrated } from "@/components/hooks/use-hydrated";
import { useSession } from "@/components/hooks/use-session";
import { NotFoundPage } from "@/components/shell/not-found-page";

/** The kit is for who builds the panel: in development, and for administrators. */
export function KitGate(props: { open: boolean; children: ReactNode }) {
  const session = useSession().data;
  const hydrated = useHydrated();
  if (props.open) return props.children;
  if (!hydrated || session === undefined) return null;
  return session.user?.role === "administrator" ? props.children : <NotFoundPage />;
}
