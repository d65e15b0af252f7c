"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card, CardHead } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";

/** A titled list with the way to all of it. */
export function GlanceCard(props: {
  title: string;
  all: { readonly href: string; readonly label: string };
  children: ReactNode;
}) {
  const { title, all, children } = props;
  const link = (
    <Link href={all.href} className="link max-sm:py-2.5">
      {all.label}
    </Link>
  );
  return (
    <Card aria-label={title}>
      <CardHead title={title} end={link} className="pb-2" />
      {children}
    </Card>
  );
}

/** One line of it: the whole line leads on, and is called by its title. Buttons in `children` stand over the link. */
export function GlanceRow(props: {
  href: string;
  title: ReactNode;
  children: ReactNode;
  /** Its columns. */
  className: string;
}) {
  const { href, title, children, className } = props;
  return (
    <li
      className={cx(
        "relative grid items-center gap-x-3 border-t border-line px-4 py-2 hover:bg-hover",
        className,
      )}
    >
      <Link
        href={href}
        className="min-w-0 text-text no-underline before:absolute before:inset-0 before:rounded-sm"
      >
        {title}
      </Link>
      {children}
    </li>
  );
}

/** Name over what it is. */
export function GlanceTitle(props: { name: string; children: ReactNode }) {
  return (
    <>
      <span className="block truncate text-sm font-name">{props.name}</span>
      <span className="num block truncate text-xs text-muted">{props.children}</span>
    </>
  );
}
