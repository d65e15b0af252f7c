import type { ComponentProps, ReactNode } from "react";
import type { Tone } from "@/lib/format/status";
import { cx } from "./cx";
import { TONE_BORDER } from "./tone";

/** A surface with a border and no shadow. `tone` draws its border in a state's colour. */
export function Card(props: ComponentProps<"section"> & { tone?: Tone }) {
  const { tone, className, ...rest } = props;
  return (
    <section
      {...rest}
      className={cx(
        "min-w-0 rounded-lg border bg-surface",
        tone ? TONE_BORDER[tone] : "border-line",
        className,
      )}
    />
  );
}

/** Title at the left, facts and actions at the right. */
export function CardHead(props: {
  title: ReactNode;
  end?: ReactNode;
  level?: 2 | 3;
  className?: string;
}) {
  const Heading = props.level === 3 ? "h3" : "h2";
  return (
    <div
      className={cx("flex min-h-[34px] items-center gap-2 px-4 pt-[11px] text-sm", props.className)}
    >
      <Heading className="text-sm font-[580] tracking-normal">{props.title}</Heading>
      {props.end !== undefined && (
        <span className="ml-auto flex items-center gap-2.5 text-xs text-muted">{props.end}</span>
      )}
    </div>
  );
}

/** The card's content with its padding. */
export function CardBody(props: ComponentProps<"div">) {
  return <div {...props} className={cx("px-4 pt-2.5 pb-3.5", props.className)} />;
}
