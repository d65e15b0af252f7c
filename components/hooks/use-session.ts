"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SessionAnswer, SessionUser } from "@/lib/schemas/session";
import { forgetRecent } from "@/components/shell/recent-store";
import { api } from "./api";

const KEY = ["session"];

/** The session of this browser. */
export const useSession = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<SessionAnswer>("/session", { signal, anonymous: true }),
    staleTime: 60_000,
  });

/** Fills in who looks before the first paint, when the page already knows. */
export function useKnownUser(user: SessionUser | null): void {
  const client = useQueryClient();
  if (user !== null && client.getQueryData(KEY) === undefined)
    client.setQueryData<SessionAnswer>(KEY, { user, setupNeeded: false });
}

/** Ends the session, forgets everything that was read, and goes to the sign-in page. */
export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    await api.delete("/session", { anonymous: true });
    client.clear();
    forgetRecent();
    // A whole load, so that nothing of the person stays in memory.
    // eslint-disable-next-line @next/next/no-location-assign-relative-destination
    window.location.assign("/sign-in");
  };
}
