import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

/** Icon, what would be here, one way forward. */
export function EmptyState(props: {
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cx("grid justify-items-center gap-1 px-6 py-12 text-center", props.className)}>
      <Icon of={props.icon} size={20} className="mb-1 text-muted" />
      <p className="text-base font-name">{props.title}</p>
      {props.children !== undefined && (
        <p className="max-w-[52ch] text-sm text-muted">{props.children}</p>
      )}
      {props.action !== undefined && (
        <div className="mt-3 flex flex-wrap gap-2">{props.action}</div>
      )}
    </div>
  );
}
