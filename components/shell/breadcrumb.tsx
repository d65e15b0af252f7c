"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment, useLayoutEffect, useSyncExternalStore } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Icon } from "@/components/ui/icon";
import { currentEntry } from "./nav-entries";

/** One part of where one is; the last has no address. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

let crumbs: readonly Crumb[] | null = null;
const listeners = new Set<() => void>();

function setCrumbs(next: readonly Crumb[] | null) {
  crumbs = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A page says where it is: `<Breadcrumb items={[{ label: m.common.jobs, href: "/jobs" }, { label: "Job 17" }]} />`. */
export function Breadcrumb(props: { items: readonly Crumb[] }) {
  const text = JSON.stringify(props.items);
  useLayoutEffect(() => {
    setCrumbs(JSON.parse(text) as Crumb[]);
    return () => setCrumbs(null);
  }, [text]);
  return null;
}

/** The trail in the top bar; the place in the navigation until the page has said more. */
export function BreadcrumbTrail() {
  const m = useBaseMessages();
  const path = usePathname();
  const own = useSyncExternalStore(
    subscribe,
    () => crumbs,
    () => null,
  );
  const place = currentEntry(path);
  const trail = own ?? (place ? [{ label: place.label(m) }] : []);
  return (
    <nav aria-label={m.shell.breadcrumb} className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-[7px] text-sm whitespace-nowrap text-muted">
        {trail.map((crumb, index) => {
          const last = index === trail.length - 1;
          return (
            <Fragment key={crumb.label}>
              {index > 0 && (
                <Icon of={ChevronRight} size={14} className="text-subtle max-sm:hidden" />
              )}
              <li
                className={last ? "truncate font-[560] text-text" : "truncate max-sm:hidden"}
                {...(last ? { "aria-current": "page" as const } : {})}
              >
                {crumb.href === undefined ? (
                  crumb.label
                ) : (
                  <Link href={crumb.href} className="rounded-xs hover:text-text">
                    {crumb.label}
                  </Link>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
