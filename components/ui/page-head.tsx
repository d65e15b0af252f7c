import type { ReactNode } from "react";
import { cx } from "./cx";

/** Title (it may be a sentence), one line of facts, actions at the right with the primary last. */
export function PageHead(props: {
  title: ReactNode;
  /** Beside the title: a status pill. */
  mark?: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  const { title, mark, facts, actions, className } = props;
  return (
    <div
      className={cx(
        "mb-4 flex items-start gap-4 max-sm:mb-3 max-sm:flex-wrap max-sm:gap-2.5",
        className,
      )}
    >
      <div className="min-w-0 max-sm:grow">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="min-w-0 text-xl max-sm:text-[22px] max-sm:leading-7">{title}</h1>
          {mark}
        </div>
        {facts !== undefined && (
          <p className="num mt-0.5 max-w-[96ch] text-sm text-muted">{facts}</p>
        )}
      </div>
      {actions !== undefined && (
        <div className="ml-auto flex flex-none flex-wrap items-center gap-2 max-sm:ml-0 max-sm:flex-initial">
          {actions}
        </div>
      )}
    </div>
  );
}
