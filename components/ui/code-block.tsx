import { cx } from "./cx";
import { CopyButton } from "./copy-button";

/** Text for a shell or of a file, in a well; scrolls sideways inside its frame. */
export function CodeBlock(props: {
  text: string;
  what: string;
  copy?: boolean;
  className?: string;
}) {
  const { text, what, copy = true, className } = props;
  return (
    <div className={cx("relative min-w-0 rounded-md border border-line bg-sunken", className)}>
      <pre
        tabIndex={0}
        aria-label={what}
        className={cx("overflow-x-auto px-3 py-2 text-xs leading-[19px]", copy && "pr-10")}
      >
        {text}
      </pre>
      {copy && <CopyButton text={text} what={what} className="absolute top-1 right-1" />}
    </div>
  );
}
