import {
  Boxes,
  LayoutDashboard,
  ListChecks,
  Server,
  Settings,
  Shield,
  type LucideIcon,
} from "lucide-react";
import type { BaseMessages } from "@/lib/i18n/base";
import { PLACES } from "./places";

/** A place in the navigation. */
export interface NavEntry {
  readonly id: string;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly label: (m: BaseMessages) => string;
  /** G, then this key, goes there. */
  readonly key: string;
  /** In the sidebar: with the others, or at its foot. On a phone the foot is under More. */
  readonly where: "top" | "foot";
  /** On a phone it is under More although it stands with the others elsewhere: the bar holds four. */
  readonly underMore?: boolean;
}

/** What the sidebar, the phone's bar, the palette and the G keys lead to. One line adds a place. */
export const NAV_ENTRIES: readonly NavEntry[] = [
  {
    id: "overview",
    href: PLACES.overview,
    icon: LayoutDashboard,
    label: (m) => m.common.overview,
    key: "o",
    where: "top",
  },
  {
    id: "hosts",
    href: PLACES.hosts,
    icon: Server,
    label: (m) => m.common.hosts,
    key: "h",
    where: "top",
  },
  {
    id: "clusters",
    href: PLACES.clusters,
    icon: Boxes,
    label: (m) => m.common.clusters,
    key: "c",
    where: "top",
  },
  {
    id: "network",
    href: PLACES.network,
    icon: Shield,
    label: (m) => m.common.network,
    key: "n",
    where: "top",
    underMore: true,
  },
  {
    id: "jobs",
    href: PLACES.jobs,
    icon: ListChecks,
    label: (m) => m.common.jobs,
    key: "j",
    where: "top",
  },
  {
    id: "settings",
    href: PLACES.settings,
    icon: Settings,
    label: (m) => m.common.settings,
    key: "s",
    where: "foot",
  },
];

/** Whether an entry has a place in the phone's bar. */
export const inBar = ({ where, underMore }: NavEntry): boolean =>
  where === "top" && underMore !== true;

/** The entry that an address belongs to. */
export const currentEntry = (path: string): NavEntry | undefined =>
  NAV_ENTRIES.find((entry) => isUnder(path, entry.href));

/** Whether an address is a place or lies under it; everything lies under the overview, so that is exact. */
export const isUnder = (path: string, href: string): boolean =>
  href === PLACES.overview ? path === href : path === href || path.startsWith(`${href}/`);
