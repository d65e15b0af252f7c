import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd(props: { children: ReactNode }) {
  return (
    <kbd className="rounded-[4px] border border-b-2 border-line-strong bg-sunken px-[5px] font-sans text-[11px] leading-4 whitespace-nowrap text-muted">
      {props.children}
    </kbd>
  );
}
