"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card, CardHead } from "@/components/ui/card";

/** A titled list with the way to all of it. */
export function GlanceCard(props: {
  title: string;
  all: { readonly href: string; readonly label: string };
  /** Beside the way to all: "12 of 14 reachable". */
  facts?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const { title, all, facts, children, className } = props;
  const link = (
    <Link href={all.href} className="link max-sm:py-2.5">
      {all.label}
    </Link>
  );
  return (
    <Card aria-label={title} {...(className === undefined ? {} : { className })}>
      <CardHead
        title={title}
        end={
          <>
            {facts !== undefined && <span className="num">{facts}</span>}
            {link}
          </>
        }
        className="pb-2"
      />
      {children}
    </Card>
  );
}

/** One line of it: the whole line leads on. `end` is outside of the link, for a button; a phone has no room for it. */
export function GlanceRow(props: { href: string; children: ReactNode; end?: ReactNode }) {
  const { href, children, end } = props;
  return (
    <li className="relative flex items-center gap-3 border-t border-line px-4 py-2 hover:bg-hover max-sm:min-h-11">
      <Link
        href={href}
        className="flex min-w-0 flex-1 items-center gap-3 text-text no-underline before:absolute before:inset-0"
      >
        {children}
      </Link>
      {end !== undefined && (
        <span className="relative flex shrink-0 items-center max-sm:hidden">{end}</span>
      )}
    </li>
  );
}
