"use client";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useKnownUser } from "@/components/hooks/use-session";
import type { SessionUser } from "@/lib/schemas/session";
import { AwayBanner } from "./away-banner";
import { DiskBanner } from "./disk-banner";
import { BottomBar } from "./bottom-bar";
import { SessionGate } from "./session-gate";
import { Sidebar } from "./sidebar";
import { TopBar } from "./top-bar";
import { useHotkeys } from "./use-hotkeys";
import { useOverlay } from "./overlay-state";

const Palette = dynamic(() => import("./palette").then((part) => part.Palette), { ssr: false });
const KeysDialog = dynamic(() => import("./keys-dialog").then((part) => part.KeysDialog), {
  ssr: false,
});

/** Sidebar, top bar, page; a bar below on a phone. Palette and key help are loaded when first opened. */
export function Frame(props: { user: SessionUser | null; children: ReactNode }) {
  const m = useBaseMessages();
  const overlay = useOverlay();
  useHotkeys();
  useKnownUser(props.user);
  return (
    <div className="grid min-h-dvh grid-cols-[var(--sidebar)_minmax(0,1fr)] max-sm:grid-cols-1">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-primary px-3 py-2 text-sm text-on-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {m.shell.skip}
      </a>
      <Sidebar />
      <div className="flex min-w-0 flex-col border-l border-line max-sm:border-0">
        <TopBar />
        <AwayBanner />
        <DiskBanner />
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-[1680px] flex-1 px-6 pt-5 pb-10 max-lg:px-5 max-lg:pt-[18px] max-sm:px-4 max-sm:pt-4 max-sm:pb-24"
        >
          {props.children}
        </main>
      </div>
      <BottomBar />
      <SessionGate />
      {overlay === "palette" && <Palette />}
      {overlay === "keys" && <KeysDialog />}
    </div>
  );
}
