"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { useRouter } from "next/navigation";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useSignOut } from "@/components/hooks/use-session";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { scrimLook } from "@/components/ui/overlay-look";
import { Tag } from "@/components/ui/tag";
import { setOverlay } from "./overlay-state";
import { standingEntries, useAddedEntries, type PaletteEntry } from "./palette-entries";

/** Search or run: actions first, with their consequence, then places. */
export function Palette() {
  const m = useBaseMessages();
  const entries = [...useAddedEntries(), ...standingEntries(m)];
  const choose = useChoose();
  const close = () => setOverlay(null);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={scrimLook} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-30 w-[calc(100%-24px)] max-w-[560px] -translate-x-1/2 animate-appear overflow-hidden rounded-xl bg-raised shadow-3 outline-none max-sm:top-3 forced-colors:border"
        >
          <Dialog.Title className="sr-only">{m.shell.palette}</Dialog.Title>
          <Command label={m.shell.palette} loop>
            <div className="flex h-12 items-center gap-2.5 border-b border-line px-3.5">
              <Icon of={Search} className="text-muted" />
              <Command.Input
                data-no-ring
                placeholder={m.shell.searchOrRun}
                className="h-full min-w-0 flex-1 bg-transparent text-[15px] outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-2 py-6 text-center text-sm text-muted">
                {m.shell.nothingFound}
              </Command.Empty>
              <Group
                heading={m.shell.actions}
                entries={entries.filter((e) => e.group === "actions")}
                choose={choose}
              />
              <Group
                heading={m.shell.goTo}
                entries={entries.filter((e) => e.group === "places")}
                choose={choose}
              />
            </Command.List>
          </Command>
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

function Group(props: {
  heading: string;
  entries: readonly PaletteEntry[];
  choose: (entry: PaletteEntry) => void;
}) {
  return (
    <Command.Group
      heading={props.heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-[550] [&_[cmdk-group-heading]]:text-muted"
    >
      {props.entries.map((entry) => (
        <Command.Item
          key={entry.id}
          value={entry.id}
          keywords={[entry.label, entry.tag ?? "", ...(entry.keywords ?? [])]}
          onSelect={() => props.choose(entry)}
          className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2 text-sm data-[selected=true]:bg-selected max-sm:h-11"
        >
          <Icon of={entry.icon} className="text-muted" />
          <span className="truncate">{entry.label}</span>
          {entry.tag !== undefined && <Tag>{entry.tag}</Tag>}
          <span className="ml-auto flex items-center gap-1 text-xs text-muted">
            {entry.consequence}
            {entry.keys?.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
