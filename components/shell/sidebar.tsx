"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Icon } from "@/components/ui/icon";
import { Mark } from "@/components/ui/mark";
import { isUnder, NAV_ENTRIES, type NavEntry } from "./nav-entries";
import { PLACES } from "./places";
import { UserChip } from "./user-chip";

/** 220 wide; icons with their names on hover from 1179 down; nothing on a phone. */
export function Sidebar() {
  const m = useBaseMessages();
  return (
    <nav
      aria-label={m.shell.mainNavigation}
      className="sticky top-0 flex h-dvh flex-col gap-px px-2.5 pt-2.5 pb-3 max-lg:px-2 max-sm:hidden"
    >
      <Link
        href={PLACES.overview}
        aria-label={m.shell.home}
        className="mb-2 flex h-9 items-center gap-[9px] rounded-sm px-2 text-[15px] font-[620] tracking-[-0.015em] max-lg:justify-center max-lg:px-0"
      >
        <Mark />
        <span className="max-lg:hidden">{m.common.product}</span>
      </Link>
      {NAV_ENTRIES.filter((entry) => entry.where === "top").map((entry) => (
        <NavLink key={entry.id} entry={entry} />
      ))}
      <div className="flex-1" />
      {NAV_ENTRIES.filter((entry) => entry.where === "foot").map((entry) => (
        <NavLink key={entry.id} entry={entry} />
      ))}
      <UserChip />
    </nav>
  );
}

function NavLink(props: { entry: NavEntry }) {
  const { entry } = props;
  const m = useBaseMessages();
  const path = usePathname();
  const here = isUnder(path, entry.href);
  const label = entry.label(m);
  return (
    <Link
      href={entry.href}
      {...(here ? { "aria-current": "page" as const } : {})}
      className="group relative flex h-[30px] items-center gap-[9px] rounded-sm px-2 text-sm font-nav text-muted transition-colors duration-(--quick) hover:bg-hover hover:text-text aria-[current=page]:bg-surface aria-[current=page]:font-[560] aria-[current=page]:text-text aria-[current=page]:shadow-1 aria-[current=page]:inset-ring aria-[current=page]:inset-ring-line max-lg:h-9 max-lg:justify-center max-lg:px-0"
    >
      <Icon of={entry.icon} className="group-aria-[current=page]:text-accent" />
      <span className="max-lg:pointer-events-none max-lg:absolute max-lg:left-full max-lg:z-20 max-lg:ml-2 max-lg:rounded-sm max-lg:bg-primary max-lg:px-2 max-lg:py-1 max-lg:text-xs max-lg:whitespace-nowrap max-lg:text-on-primary max-lg:opacity-0 max-lg:group-hover:opacity-100 max-lg:group-focus-visible:opacity-100">
        {label}
      </span>
    </Link>
  );
}
