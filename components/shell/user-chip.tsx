"use client";
import { LogOut } from "lucide-react";
import { useSession, useSignOut } from "@/components/hooks/use-session";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Icon } from "@/components/ui/icon";
import { initials } from "@/lib/format/initials";

const MENU_ID = "account-menu";

/** Who is signed in, with the way out. The menu is the platform's own popover: no code to load. */
export function UserChip() {
  const m = useBaseMessages();
  const user = useSession().data?.user;
  const signOut = useSignOut();
  if (!user) return <div className="h-9" />;
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU_ID}
        aria-label={`${m.shell.account}: ${user.name}`}
        className="flex h-9 items-center gap-[9px] rounded-sm px-1.5 text-sm font-nav hover:bg-hover max-lg:justify-center max-lg:px-0"
      >
        <span className="grid size-5 flex-none place-items-center rounded-full bg-accent-tint text-[10px] font-[650] text-accent">
          {initials(user.name)}
        </span>
        <span className="min-w-0 truncate max-lg:hidden">{user.name}</span>
        <span className="ml-auto pr-0.5 text-2xs text-muted max-lg:hidden">
          {m.shell.roles[user.role]}
        </span>
      </button>
      <div
        id={MENU_ID}
        popover="auto"
        className="fixed bottom-14 left-2.5 min-w-52 rounded-lg border border-line bg-raised p-1 text-sm shadow-2"
      >
        <p className="px-2 py-1.5 text-xs text-muted">{user.email}</p>
        <button
          type="button"
          onClick={() => void signOut()}
          className="flex h-8 w-full items-center gap-2 rounded-sm px-2 hover:bg-hover"
        >
          <Icon of={LogOut} size={15} className="text-muted" />
          {m.shell.signOut}
        </button>
      </div>
    </>
  );
}
