import { cx } from "./cx";

const WIDTHS = ["w-[70%]", "w-[92%]", "w-[54%]", "w-[80%]"];

/** A grey bar in the shape of what comes. Appears after 300 ms, so that fast answers never flash. */
export function Skeleton(props: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx("block h-3 animate-late rounded-[4px] bg-line", props.className)}
    />
  );
}

/** Several lines, with words for a screen reader. */
export function SkeletonLines(props: { lines?: number; label: string; className?: string }) {
  return (
    <div role="status" className={cx("grid gap-2.5", props.className)}>
      {Array.from({ length: props.lines ?? 4 }, (_, index) => (
        <Skeleton key={index} className={WIDTHS[index % WIDTHS.length] ?? ""} />
      ))}
      <span className="animate-late text-xs text-muted">{props.label}</span>
    </div>
  );
}
