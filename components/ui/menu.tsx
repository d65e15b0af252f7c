"use client";
import { Check, Ellipsis, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "./cx";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { floatLook } from "./overlay-look";

/** One line of a menu. `danger` ones stand last, after a line, and open their dialog. */
export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  readonly act: () => void;
  readonly danger?: boolean;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Muted, at the right: a key, a consequence. */
  readonly end?: ReactNode;
}

/** A menu on any button; without `children` it hangs on the usual three dots. */
export function Menu(props: {
  items: readonly MenuItem[];
  children?: ReactNode;
  label?: string;
  align?: "start" | "end";
}) {
  const { items, children, align = "end" } = props;
  const words = useBaseMessages().ui;
  const safe = items.filter((item) => item.danger !== true);
  const dangerous = items.filter((item) => item.danger === true);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        {children ?? <IconButton icon={Ellipsis} label={props.label ?? words.more} size="sm" />}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cx(floatLook, "min-w-44 p-1")}
        >
          {safe.map((item) => (
            <Line key={item.id} item={item} />
          ))}
          {safe.length > 0 && dangerous.length > 0 && (
            <DropdownMenu.Separator className="my-1 border-t border-line" />
          )}
          {dangerous.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Line(props: { item: MenuItem }) {
  const { item } = props;
  return (
    <DropdownMenu.Item
      onSelect={item.act}
      disabled={item.disabled ?? false}
      className={cx(
        "flex h-8 cursor-default items-center gap-2 rounded-sm px-2 whitespace-nowrap outline-none select-none max-sm:h-11",
        "data-disabled:text-subtle data-highlighted:bg-hover",
        item.danger === true && "text-danger data-highlighted:bg-danger-tint",
      )}
    >
      {item.icon && (
        <Icon of={item.icon} size={15} className={item.danger === true ? "" : "text-muted"} />
      )}
      <span className="flex-1">{item.label}</span>
      {item.checked === true && <Icon of={Check} size={14} className="text-accent" />}
      {item.end !== undefined && <span className="pl-4 text-xs text-muted">{item.end}</span>}
    </DropdownMenu.Item>
  );
}
