"use client";
import { Info, OctagonX, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMessages } from "@/components/hooks/use-messages";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { TONE_SHAPE } from "@/components/ui/tone";
import type { SiteFinding } from "@/lib/schemas/site-finding";
import type { Severity } from "@/lib/schemas/finding";
import type { SiteSpec } from "@/lib/schemas/site";
import { cellHref, sectionHref } from "./network-links";
import { useSiteEditor } from "./site-editor";

const SHOWN = 3;
const LOOKS = {
  blocker: { tone: "danger", icon: OctagonX },
  warning: { tone: "warn", icon: TriangleAlert },
  note: { tone: "info", icon: Info },
} as const satisfies Record<Severity, unknown>;

/** What is wrong or odd about the policy, worst first, each with what to do and where. */
export function FindingList() {
  const { findings } = useSiteEditor();
  const words = useMessages().network.findings;
  const [isOpen, setOpen] = useState(false);
  if (findings.length === 0) return null;
  const shown = isOpen ? findings : findings.slice(0, SHOWN);
  const worst = findings[0]?.severity ?? "note";
  return (
    <Card tone={LOOKS[worst].tone} aria-label={words.label} className="mb-4 overflow-hidden">
      <ul>
        {shown.map((finding) => (
          <Finding key={`${finding.id} ${finding.path.join(".")} ${finding.title}`} {...finding} />
        ))}
      </ul>
      {findings.length > SHOWN && (
        <div className="border-t border-line px-3 py-1.5">
          <Button size="sm" look="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.fewer : words.more(findings.length - SHOWN)}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Finding({ severity, title, reason, remedy, path }: SiteFinding) {
  const { site, spec } = useSiteEditor();
  const words = useMessages().network.findings;
  const { tone, icon } = LOOKS[severity];
  const href = placeOf(site.id, spec, path);
  return (
    <li className="flex gap-2.5 border-t border-line px-4 py-2.5 text-sm first:border-t-0">
      <Icon of={icon} className={cx("mt-0.5", TONE_SHAPE[tone])} />
      <div className="min-w-0 flex-1">
        <p className="font-[580]">
          <span className="sr-only">{words.severities[severity]}: </span>
          {title}
        </p>
        <p className="text-muted">
          {reason} <span className="text-text">{remedy}</span>
        </p>
      </div>
      {href !== null && (
        <Link href={href} className="link shrink-0 self-start whitespace-nowrap">
          {words.show}
        </Link>
      )}
    </li>
  );
}

/** Where on the pages a part of the policy stands; null: nowhere. */
function placeOf(siteId: string, spec: SiteSpec, path: SiteFinding["path"]): string | null {
  const [part, at] = path;
  if (part === "cells") {
    const [from, to] =
      typeof at === "number"
        ? [spec.cells[at]?.from, spec.cells[at]?.to]
        : String(at ?? "").split("_");
    return from === undefined || to === undefined ? null : cellHref(siteId, from, to);
  }
  if (part === "exceptions" || part === "forwards" || part === "services")
    return sectionHref(siteId, part);
  return part === undefined ? null : sectionHref(siteId, "zones");
}
