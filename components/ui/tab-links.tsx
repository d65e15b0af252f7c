"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { tabListLook, tabLook } from "./tab-look";

/** A section of a page with an address of its own. */
export interface TabLink {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: ReactNode;
  /** Whether one is there; told by the address when left out. */
  readonly current?: boolean;
}

/** Tabs that are links; the one of the current address is marked. */
export function TabLinks(props: { label: string; tabs: readonly TabLink[] }) {
  const path = usePathname();
  return (
    <nav aria-label={props.label} className={tabListLook}>
      {props.tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          className={tabLook}
          {...((tab.current ?? tab.href === path) ? { "aria-current": "page" as const } : {})}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="num ml-1.5 font-meta text-muted">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
