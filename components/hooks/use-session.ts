"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "./api";

/** Who is signed in, as the panel tells it. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

export interface Session {
  readonly user: SessionUser | null;
  readonly setupNeeded: boolean;
}

const KEY = ["session"];

/** The session of this browser. */
export const useSession = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Session>("/session", { signal, anonymous: true }),
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
