import type { ReactNode } from "react";

/** What a section is about, in a sentence, and its one action. */
export function SectionHead(props: { text: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-3 flex items-center gap-4 max-sm:flex-wrap">
      <p className="mr-auto max-w-[80ch] min-w-0 text-sm text-muted max-sm:basis-full">
        {props.text}
      </p>
      {props.action}
    </div>
  );
}
