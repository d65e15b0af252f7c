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
    <div
      className={cx("flex min-w-0 items-start rounded-md border border-line bg-sunken", className)}
    >
      <pre
        tabIndex={0}
        aria-label={what}
        className="min-w-0 flex-1 overflow-x-auto px-3 py-2 text-xs leading-[19px]"
      >
        {text}
      </pre>
      {copy && <CopyButton text={text} what={what} className="mt-1 mr-1" />}
    </div>
  );
}
