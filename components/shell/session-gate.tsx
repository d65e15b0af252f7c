"use client";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useSignedOut } from "@/components/hooks/reauth";
import { useSession } from "@/components/hooks/use-session";
import { PLACES } from "./places";

const ReauthOverlay = dynamic(() => import("./reauth-overlay").then((part) => part.ReauthOverlay), {
  ssr: false,
});

/**
 * Nobody signed in: to the sign-in page, and back here afterwards. A session that ends while one works
 * only puts an overlay over the page, which keeps its state. The API guards the data; this only leads.
 */
export function SessionGate() {
  const session = useSession().data;
  const signedOut = useSignedOut();
  const stranger = session !== undefined && session.user === null;
  useEffect(() => {
    if (!stranger) return;
    const here = window.location.pathname + window.location.search;
    window.location.replace(`${PLACES.signIn}?next=${encodeURIComponent(here)}`);
  }, [stranger]);
  return signedOut && session?.user ? <ReauthOverlay user={session.user} /> : null;
}
