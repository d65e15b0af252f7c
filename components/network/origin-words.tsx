"use client";
import Link from "next/link";
import { useMessages } from "@/components/hooks/use-messages";
import type { Origin } from "@/lib/schemas/site-origin";
import { cellHref, sectionHref } from "./network-links";
import { useSiteEditor } from "./site-editor";

/** What in the policy a rule comes from, in words, with the way there. */
export function OriginWords({ origin }: { origin: Origin }) {
  const { site } = useSiteEditor();
  const words = useMessages().network.origins;
  switch (origin.kind) {
    case "panel":
      return words.panel;
    case "always":
      return words.always;
    case "cell": {
      const { from, to } = origin.cell;
      return (
        <Link className="link" href={cellHref(site.id, from, to)}>
          {words.cell(from, to, origin.service)}
        </Link>
      );
    }
    case "no-cell":
      return (
        <Link className="link" href={cellHref(site.id, origin.from, origin.to)}>
          {words.noCell(origin.from, origin.to)}
        </Link>
      );
    case "exception":
      return (
        <Link className="link" href={sectionHref(site.id, "exceptions")}>
          {words.exception(origin.exception.reason)}
        </Link>
      );
    case "forward":
      return (
        <Link className="link" href={sectionHref(site.id, "forwards")}>
          {words.forward(`${origin.forward.port}/${origin.forward.protocol}`)}
        </Link>
      );
    case "masquerade":
      return (
        <Link className="link" href={sectionHref(site.id, "zones")}>
          {words.masquerade(origin.zone)}
        </Link>
      );
  }
}
