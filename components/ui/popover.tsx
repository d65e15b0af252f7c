"use client";
import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { floatLook } from "./overlay-look";

/** A small panel on a button: columns to show, an explanation. */
export function Popover(props: {
  /** The button it hangs on. */
  children: ReactNode;
  content: ReactNode;
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{props.children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={props.label}
          align={props.align ?? "start"}
          sideOffset={6}
          collisionPadding={8}
          className={cx(floatLook, "max-w-[min(360px,calc(100vw-16px))] p-3", props.className)}
        >
          {props.content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
