"use client";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMessages } from "@/components/hooks/use-messages";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { KindInfo } from "@/lib/schemas/kube-kind";
import { kindHref, sectionOf } from "../cluster-links";
import { useKinds } from "./use-kinds";

/** Kinds side by side; those of an operator's cluster can be a hundred. */
const MOST_LINKS = 9;

const LINK =
  "inline-flex h-[26px] shrink-0 items-center rounded-full px-[9px] text-xs font-nav whitespace-nowrap text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:text-text max-sm:h-[34px] max-sm:px-3 max-sm:text-sm";

/** The kinds of the section that the open kind stands in. */
export function KindTabs(props: { clusterId: string; kind: string }) {
  const { clusterId, kind } = props;
  const m = useMessages().cluster;
  const router = useRouter();
  const kinds = useKinds(clusterId).data?.kinds ?? [];
  const open = kinds.find((each) => each.name === kind);
  if (open === undefined) return <div className="mb-3 h-[26px] max-sm:h-[34px]" />;
  const section = sectionOf(open);
  const all = kinds.filter((each) => sectionOf(each) === section);
  const { first, rest } = split(all, open);
  return (
    <nav
      aria-label={m.kinds.label(m.tabs[section])}
      className="mb-3 flex gap-1 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:[scrollbar-width:none]"
    >
      {first.map((each) => (
        <Link
          key={each.name}
          href={kindHref(clusterId, each.name)}
          className={LINK}
          {...(each.name === kind ? { "aria-current": "page" as const } : {})}
        >
          {each.label}
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu
          align="start"
          items={rest.map((each) => ({
            id: each.name,
            label: each.label,
            end: each.apiVersion,
            act: () => router.push(kindHref(clusterId, each.name)),
          }))}
        >
          <Chip>
            {m.kinds.more}
            <Icon of={ChevronDown} size={13} className="text-muted" />
          </Chip>
        </Menu>
      )}
    </nav>
  );
}

/** The open kind is always among the links. */
function split(all: readonly KindInfo[], open: KindInfo) {
  const head = all.slice(0, MOST_LINKS);
  const first = head.includes(open) ? head : [...head.slice(0, -1), open];
  return { first, rest: all.filter((each) => !first.includes(each)) };
}
