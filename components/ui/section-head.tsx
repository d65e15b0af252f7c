import type { ReactNode } from "react";
import { cx } from "./cx";

/** A section's title inside a page, with a line of meaning and actions. */
export function SectionHead(props: {
  title: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cx("mb-3 flex items-start gap-4", props.className)}>
      <div className="min-w-0">
        <h2 className="text-lg">{props.title}</h2>
        {props.facts !== undefined && <p className="text-sm text-muted">{props.facts}</p>}
      </div>
      {props.actions !== undefined && (
        <div className="ml-auto flex flex-none items-center gap-2">{props.actions}</div>
      )}
    </div>
  );
}
