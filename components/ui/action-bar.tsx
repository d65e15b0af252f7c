import type { ReactNode } from "react";
import { cx } from "./cx";

/** The foot of a wizard, plan or form: words at the left, the way on at the right. Stays in view. */
export function ActionBar(props: { children: ReactNode; facts?: ReactNode; className?: string }) {
  return (
    <div
      className={cx(
        "sticky bottom-0 z-[4] -mx-6 -mb-10 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-6 py-2.5 shadow-bar max-lg:-mx-5 max-lg:px-5",
        "max-sm:fixed max-sm:inset-x-0 max-sm:bottom-16 max-sm:z-10 max-sm:m-0 max-sm:px-4 max-sm:[&>button]:flex-1",
        props.className,
      )}
    >
      {props.facts !== undefined && (
        <div className="mr-auto flex min-w-0 items-center gap-2 text-xs text-muted">
          {props.facts}
        </div>
      )}
      {props.children}
    </div>
  );
}
