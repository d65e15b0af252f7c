"use client";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";

/** Over a list: search (the key / goes there), chips, and the count at the right. */
export function FilterBar(props: {
  /** What is searched: "Name, address, model". */
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  children?: ReactNode;
  /** "6 of 6" and buttons. */
  end?: ReactNode;
}) {
  const words = useBaseMessages().ui;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 max-sm:-mx-4 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 max-sm:[scrollbar-width:none]">
      <Input
        type="search"
        data-list-search
        icon={Search}
        aria-label={words.search}
        placeholder={props.placeholder}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        end={<Kbd>/</Kbd>}
        endOnPhone={false}
        className="w-[260px] max-sm:w-56 max-sm:shrink-0"
      />
      {props.children}
      {props.end !== undefined && (
        <span className="num ml-auto flex items-center gap-2 text-xs text-muted max-sm:hidden">
          {props.end}
        </span>
      )}
    </div>
  );
}
