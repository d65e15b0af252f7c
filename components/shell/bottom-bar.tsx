"use client";
import { LogOut, Menu, Moon, Sun } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { useSession, useSignOut } from "@/components/hooks/use-session";
import { Icon } from "@/components/ui/icon";
import { inBar, isUnder, NAV_ENTRIES } from "./nav-entries";
import { toggleTheme, useDark } from "./theme";

const SHEET_ID = "more-sheet";
const tab =
  "grid place-content-center justify-items-center gap-[3px] text-[11px] font-[520] text-muted aria-[current=page]:text-accent";

/** The phone's navigation: four places and More. */
export function BottomBar() {
  const m = useBaseMessages();
  const path = usePathname();
  return (
    <nav
      aria-label={m.shell.mainNavigation}
      className="fixed inset-x-0 bottom-0 z-[9] grid h-[calc(64px+env(safe-area-inset-bottom))] grid-cols-5 border-t border-line bg-surface pb-[calc(4px+env(safe-area-inset-bottom))] sm:hidden"
    >
      {NAV_ENTRIES.filter(inBar).map((entry) => (
        <Link
          key={entry.id}
          href={entry.href}
          className={tab}
          {...(isUnder(path, entry.href) ? { "aria-current": "page" as const } : {})}
        >
          <Icon of={entry.icon} size={21} />
          {entry.label(m)}
        </Link>
      ))}
      <button type="button" popoverTarget={SHEET_ID} className={tab}>
        <Icon of={Menu} size={21} />
        {m.shell.more}
      </button>
      <MoreSheet />
    </nav>
  );
}

const row = "flex h-12 w-full items-center gap-3 px-5 text-[15px] active:bg-hover";

function MoreSheet() {
  const m = useBaseMessages();
  const dark = useDark();
  const user = useSession().data?.user;
  const signOut = useSignOut();
  return (
    <div
      id={SHEET_ID}
      popover="auto"
      className="fixed inset-x-0 bottom-0 w-full animate-sheet rounded-t-[18px] border-t border-line bg-raised pt-2 pb-[calc(8px+env(safe-area-inset-bottom))] text-text shadow-3 backdrop:bg-scrim"
    >
      {user && (
        <p className="border-b border-line px-5 py-3 text-[15px] font-[560]">
          {user.name}
          <span className="block text-sm font-normal text-muted">{user.email}</span>
        </p>
      )}
      {NAV_ENTRIES.filter((entry) => !inBar(entry)).map((entry) => (
        <Link key={entry.id} href={entry.href} className={row}>
          <Icon of={entry.icon} size={20} className="text-muted" />
          {entry.label(m)}
        </Link>
      ))}
      <button type="button" onClick={toggleTheme} className={row}>
        <Icon of={dark ? Sun : Moon} size={20} className="text-muted" />
        {dark ? m.shell.theme.toLight : m.shell.theme.toDark}
      </button>
      <button type="button" onClick={() => void signOut()} className={row}>
        <Icon of={LogOut} size={20} className="text-muted" />
        {m.shell.signOut}
      </button>
    </div>
  );
}
