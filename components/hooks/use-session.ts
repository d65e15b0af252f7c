"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SessionAnswer } from "@/lib/schemas/session";
import { api } from "./api";

const KEY = ["session"];

/** The session of this browser. */
export const useSession = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<SessionAnswer>("/session", { signal, anonymous: true }),
    staleTime: 60_000,
  });

/** Ends the session, forgets everything that was read, and goes to the sign-in page. */
export function useSignOut() {
  const client = useQueryClient();
  return async () => {
    await api.delete("/session", { anonymous: true });
    client.clear();
    window.location.assign("/sign-in");
  };
}
