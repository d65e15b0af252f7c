"use client";
import { CircleAlert } from "lucide-react";
import { useId, useMemo, type ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "./cx";
import { FieldContext } from "./field-context";
import { Icon } from "./icon";

/**
 * Label above, control, then what is wrong with it (and a link that applies the remedy), then help.
 * The control inside finds its ids by itself.
 */
export function Field(props: {
  label: ReactNode;
  children: ReactNode;
  help?: ReactNode;
  problem?: string | undefined;
  /** One click that repairs it: `{ label: "Use web.example.org", apply }`. */
  remedy?: { label: string; apply: () => void } | undefined;
  optional?: boolean;
  /** At the right of the label: a link. */
  aside?: ReactNode;
  className?: string;
}) {
  const { label, children, help, problem, remedy, optional = false, aside, className } = props;
  const helps = help !== undefined && help !== null;
  const id = useId();
  const describedBy = cx(problem && `${id}-problem`, helps && `${id}-help`) || undefined;
  const control = useMemo(
    () => ({ id, describedBy, invalid: problem !== undefined }),
    [id, describedBy, problem],
  );
  const words = useBaseMessages().ui;
  return (
    <FieldContext value={control}>
      <div className={cx("grid min-w-0 content-start gap-[5px]", className)}>
        <div className="flex items-baseline gap-2">
          <label htmlFor={id} className="text-sm font-label">
            {label}
            {optional && <span className="font-meta text-muted"> {words.optional}</span>}
          </label>
          {aside !== undefined && <span className="ml-auto text-sm">{aside}</span>}
        </div>
        {children}
        {problem !== undefined && (
          <p id={`${id}-problem`} role="alert" className="flex gap-1.5 text-xs text-danger">
            <Icon of={CircleAlert} size={14} className="mt-0.5" />
            <span>
              {problem}{" "}
              {remedy && (
                <button type="button" className="link" onClick={remedy.apply}>
                  {remedy.label}
                </button>
              )}
            </span>
          </p>
        )}
        {helps && (
          <p id={`${id}-help`} className="text-xs text-muted">
            {help}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
