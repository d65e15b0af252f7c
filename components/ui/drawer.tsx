"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useEffect, type ReactNode } from "react";
import { useMedia } from "@/components/hooks/use-media";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import { scrimLook } from "./overlay-look";

export interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  mark?: ReactNode;
  facts?: ReactNode;
  /** Buttons beside ×: open as a page. */
  actions?: ReactNode;
  /** A foot that stays: the fix. */
  foot?: ReactNode;
  children: ReactNode;
}

/**
 * Detail beside a list, 396 wide: on a wide screen it is a column of the page (give the page a grid
 * `lg:grid-cols-[minmax(0,1fr)_396px]`), the list stays usable and Esc closes; from 1179 down it
 * slides over the page, and on a phone it is the page.
 */
export function Drawer(props: DrawerProps) {
  const wide = useMedia("(min-width: 1180px)");
  if (!props.open) return null;
  return wide ? <Column {...props} /> : <Overlay {...props} />;
}

function Column(props: DrawerProps) {
  const { onClose } = props;
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [onClose]);
  return (
    <aside className="sticky top-[calc(var(--topbar)+16px)] flex max-h-[calc(100dvh-var(--topbar)-32px)] w-[396px] animate-slide flex-col self-start rounded-lg border border-line bg-surface">
      <Head {...props} title={<h2 className="min-w-0 truncate text-lg">{props.title}</h2>} />
      <Body {...props} />
    </aside>
  );
}

function Overlay(props: DrawerProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-30 flex w-full animate-slide flex-col bg-surface shadow-3 outline-none sm:w-[396px]"
        >
          <Head
            {...props}
            title={<Radix.Title className="min-w-0 truncate text-lg">{props.title}</Radix.Title>}
          />
          <Body {...props} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Head(props: DrawerProps) {
  const words = useBaseMessages().ui;
  return (
    <header className="flex items-start gap-2 px-4 pt-3.5 pb-2">
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2.5">
          {props.title}
          {props.mark}
        </div>
        {props.facts !== undefined && <p className="num text-sm text-muted">{props.facts}</p>}
      </div>
      {props.actions}
      <IconButton icon={X} label={words.close} size="sm" onClick={props.onClose} />
    </header>
  );
}

const Body = (props: DrawerProps) => (
  <>
    <div className={cx("min-h-0 flex-1 overflow-y-auto px-4 pb-4")}>{props.children}</div>
    {props.foot !== undefined && (
      <footer className="flex flex-wrap gap-2 border-t border-line px-4 py-3">{props.foot}</footer>
    )}
  </>
);
