"use client";
import { useSession } from "@/components/hooks/use-session";
import type { Permission } from "@/lib/schemas/session";

/** Whether to offer something; the server decides again. */
export function useMay(permission: Permission): boolean {
  const session = useSession();
  return session.data?.user?.permissions.includes(permission) ?? false;
}
