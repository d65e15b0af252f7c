"use client";
import type { ReactNode } from "react";
import { useSession } from "@/components/hooks/use-session";
import { NotFoundPage } from "@/components/shell/not-found-page";

/** The kit is for who builds the panel: in development, and for administrators. */
export function KitGate(props: { open: boolean; children: ReactNode }) {
  const session = useSession().data;
  if (props.open || session?.user?.role === "administrator") return props.children;
  return session ? <NotFoundPage /> : null;
}
