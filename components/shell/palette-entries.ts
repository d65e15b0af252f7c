"use client";
import {
  Boxes,
  Keyboard,
  LogOut,
  Moon,
  Plus,
  RefreshCw,
  Shield,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import type { BaseMessages } from "@/lib/i18n/base";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import type { Permission } from "@/lib/schemas/session";
import { NAV_ENTRIES } from "./nav-entries";
import { setOverlay } from "./overlay-state";
import { PLACES } from "./places";
import { toggleTheme } from "./theme";

/** What an entry may use when it is chosen. */
export interface PaletteTools {
  readonly go: (href: string) => void;
  readonly readAgain: () => void;
  readonly signOut: () => void;
}

/** One line of the palette. Destructive ones open their dialog; they never act at once. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: "actions" | "places" | "recent" | "clusters" | "hosts" | "jobs" | "objects";
  readonly label: string;
  readonly icon: LucideIcon;
  readonly act: (tools: PaletteTools) => void;
  /** What kind of thing it is: "Node", "Job 14". */
  readonly tag?: string;
  /** What choosing it does to others: "1 site goes down". */
  readonly consequence?: string;
  /** Beside its name, muted: a namespace, an address. */
  readonly detail?: string;
  readonly status?: RowStatus;
  /** Only for people who may do this. */
  readonly needs?: Permission;
  readonly keys?: readonly string[];
  readonly keywords?: readonly string[];
}

/** Entries that are always there. */
export const standingEntries = (m: BaseMessages): readonly PaletteEntry[] => [
  {
    id: "add-hosts",
    group: "actions",
    label: m.common.addHosts,
    icon: Plus,
    needs: "hosts:write",
    act: ({ go }) => go(PLACES.addHosts),
  },
  {
    id: "new-cluster",
    group: "actions",
    label: m.common.newCluster,
    icon: Boxes,
    needs: "clusters:write",
    act: ({ go }) => go(PLACES.newCluster),
  },
  {
    id: "new-site",
    group: "actions",
    label: m.common.newSite,
    icon: Shield,
    needs: "network:write",
    act: ({ go }) => go(PLACES.newSite),
  },
  {
    id: "read-again",
    group: "actions",
    label: m.shell.readAgain,
    icon: RefreshCw,
    act: ({ readAgain }) => readAgain(),
  },
  { id: "theme", group: "actions", label: m.shell.switchTheme, icon: Moon, act: toggleTheme },
  {
    id: "keys",
    group: "actions",
    label: m.shell.keys.help,
    icon: Keyboard,
    act: () => setOverlay("keys"),
    keys: ["?"],
  },
  {
    id: "sign-out",
    group: "actions",
    label: m.shell.signOut,
    icon: LogOut,
    act: ({ signOut }) => signOut(),
  },
  ...NAV_ENTRIES.map((entry) => ({
    id: `go-${entry.id}`,
    group: "places" as const,
    label: entry.label(m),
    icon: entry.icon,
    act: ({ go }: PaletteTools) => go(entry.href),
    keys: ["G", entry.key.toUpperCase()],
    keywords: m.shell.find.placeToo,
  })),
];

let added: readonly PaletteEntry[] = [];
const listeners = new Set<() => void>();

function setAdded(next: readonly PaletteEntry[]) {
  added = next;
  listeners.forEach((listener) => listener());
}

/** A page adds its own entries while it is open. Pass a memoised list. */
export function usePaletteEntries(entries: readonly PaletteEntry[]): void {
  useEffect(() => {
    setAdded([...entries, ...added]);
    return () => setAdded(added.filter((entry) => !entries.includes(entry)));
  }, [entries]);
}

/** The entries of the open page. */
export const useAddedEntries = (): readonly PaletteEntry[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => added,
    () => added,
  );
