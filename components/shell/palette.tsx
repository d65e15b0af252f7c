"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Dialog } from "radix-ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useSignOut } from "@/components/hooks/use-session";
import { scrimLook } from "@/components/ui/overlay-look";
import { searchWords } from "@/lib/kube/search-match";
import { setOverlay } from "./overlay-state";
import { standingEntries, useAddedEntries, type PaletteEntry } from "./palette-entries";
import { foundSections, searchRemarks } from "./palette-found";
import { PaletteBox } from "./palette-box";
import { localSections } from "./palette-local";
import { useRecentObjects } from "./recent-objects";
import { useObjectSearch } from "./use-object-search";
import { usePaletteData } from "./use-palette-data";

/** Search everything or run something. What the browser knows is there at once; what clusters find comes below it. */
export function Palette() {
  const m = useBaseMessages();
  const [text, setText] = useState("");
  const data = usePaletteData();
  const recent = useRecentObjects();
  const added = useAddedEntries();
  const choose = useChoose();
  const asked = data.may("kube:read") ? data.answering.map(({ cluster }) => cluster) : [];
  const found = useObjectSearch(asked, text);
  const words = searchWords(text);
  const entries = [...added, ...standingEntries(m)];
  const sections = [
    ...localSections({ m, data, entries, recent, words }),
    ...foundSections(found, text.trim(), m),
  ];
  const searching = found.filter(({ pending }) => pending).map(({ cluster }) => cluster.name);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && setOverlay(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className={scrimLook} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-30 flex max-h-[76vh] w-[calc(100%-24px)] max-w-[640px] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-xl bg-raised shadow-3 outline-none max-sm:inset-0 max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:translate-x-0 max-sm:rounded-none forced-colors:border"
        >
          <Dialog.Title className="sr-only">{m.shell.palette}</Dialog.Title>
          <PaletteBox
            text={text}
            onText={setText}
            words={words}
            sections={sections}
            searching={searching}
            remarks={searchRemarks(found, m.shell)}
            onChoose={choose}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useChoose() {
  const router = useRouter();
  const client = useQueryClient();
  const signOut = useSignOut();
  return (entry: PaletteEntry) => {
    setOverlay(null);
    entry.act({
      go: (href) => router.push(href),
      readAgain: () => void client.invalidateQueries(),
      signOut: () => void signOut(),
    });
  };
}
