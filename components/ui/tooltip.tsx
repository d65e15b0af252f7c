"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A word more on hover and focus, for cut text and icons. Never the only place of a message. */
export function Tooltip(props: {
  children: ReactNode;
  text: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
}) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{props.children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={props.side ?? "top"}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-[320px] animate-appear rounded-sm bg-primary px-2 py-1 text-xs text-on-primary shadow-2"
          >
            {props.text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
