import type { ReactNode } from "react";
import { cx } from "./cx";

/** Facts as name and value, in two columns. */
export function KeyValues(props: {
  items: readonly { readonly id: string; readonly name: ReactNode; readonly value: ReactNode }[];
  className?: string;
}) {
  return (
    <dl
      className={cx(
        "grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm",
        props.className,
      )}
    >
      {props.items.map((item) => (
        <div key={item.id} className="contents">
          <dt className="text-muted">{item.name}</dt>
          <dd className="num min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
