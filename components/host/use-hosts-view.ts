"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { viewFrom, viewQuery, type HostsView } from "./hosts-view";

/**
 * The page's view, kept in the address. The state is local, so that typing is never behind; the address
 * follows it, and Back and Forward set it.
 */
export function useHostsView() {
  const params = useSearchParams();
  const path = usePathname();
  const [view, setView] = useState(() => viewFrom(new URLSearchParams(params)));
  useEffect(() => {
    const back = () => setView(viewFrom(new URLSearchParams(window.location.search)));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  const change = useCallback(
    (patch: Partial<HostsView>) => {
      const next = { ...view, ...patch };
      const query = viewQuery(next);
      const opens = patch.open !== undefined && patch.open !== null && view.open === null;
      window.history[opens ? "pushState" : "replaceState"](null, "", query ? `?${query}` : path);
      setView(next);
    },
    [view, path],
  );
  return { view, change };
}
