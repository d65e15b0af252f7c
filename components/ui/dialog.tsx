"use client";
import { X, type LucideIcon } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import { scrimLook } from "./overlay-look";

const WIDTHS = { sm: "max-w-[440px]", md: "max-w-[560px]", lg: "max-w-[760px]" };

/** A question or a small form above the page; on a phone a sheet from below. Load it with next/dynamic. */
export function Dialog(props: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One line of what this is about; read out when the dialog opens. */
  description?: ReactNode;
  icon?: LucideIcon;
  children?: ReactNode;
  /** Buttons at the foot, primary last. */
  foot?: ReactNode;
  width?: keyof typeof WIDTHS;
}) {
  const { open, onClose, title, description, children, foot, width = "md" } = props;
  const words = useBaseMessages().ui;
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={scrimLook} />
        <Radix.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={cx(dialogLook, WIDTHS[width])}
        >
          <div className="flex items-start gap-3 px-5 pt-5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-[18px] leading-6">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-0.5 text-sm text-muted">
                  {description}
                </Radix.Description>
              )}
            </div>
            <IconButton icon={X} label={words.close} size="sm" onClick={onClose} />
          </div>
          {children !== undefined && (
            <div className="overflow-y-auto px-5 pt-4 pb-5">{children}</div>
          )}
          {foot !== undefined && <DialogFoot>{foot}</DialogFoot>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The frame of every dialog: in the middle, or a sheet on a phone. */
export const dialogLook = [
  "fixed top-1/2 left-1/2 z-30 flex max-h-[calc(100dvh-32px)] w-[calc(100%-32px)] -translate-1/2 flex-col",
  "animate-appear rounded-xl bg-raised text-base shadow-3 outline-none forced-colors:border",
  "max-sm:top-auto max-sm:bottom-0 max-sm:left-0 max-sm:w-full max-sm:max-w-none max-sm:translate-0",
  "max-sm:animate-sheet max-sm:rounded-b-none max-sm:rounded-t-[18px] max-sm:pb-[env(safe-area-inset-bottom)]",
];

/** The row of buttons under a line; full width on a phone. */
export function DialogFoot(props: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-4 max-sm:flex-col-reverse max-sm:items-stretch">
      {props.children}
    </div>
  );
}
