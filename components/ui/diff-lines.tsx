import type { DiffLine } from "@/lib/format/diff";
import { sideRows } from "@/lib/format/diff-sides";
import { cx } from "./cx";

const GROUND = { same: "", add: "bg-add-bg", del: "bg-del-bg" };
const SIGN = { same: "", add: "+", del: "−" };
const SIGN_TEXT = { same: "", add: "text-ok", del: "text-danger" };
const MARK = { same: "", add: "bg-add-mark", del: "bg-del-mark" };

const oldNo = (line: DiffLine) => (line.kind === "add" ? undefined : line.oldNo);
const newNo = (line: DiffLine) => (line.kind === "del" ? undefined : line.newNo);

/** Old and new number, sign, text: one line under the other. */
export function UnifiedLines(props: { lines: readonly DiffLine[] }) {
  return props.lines.map((line, index) => (
    <div
      key={index}
      data-kind={line.kind}
      className={cx("grid grid-cols-[34px_34px_18px_1fr] whitespace-pre", GROUND[line.kind])}
    >
      <Gutter line={line} no={oldNo(line)} />
      <Gutter line={line} no={newNo(line)} />
      <Sign line={line} />
      <Text line={line} className="pr-3" />
    </div>
  ));
}

/** Before at the left, after at the right. */
export function SideLines(props: { lines: readonly DiffLine[] }) {
  return sideRows(props.lines).map((row, index) => (
    <div key={index} className="grid grid-cols-2">
      <Side line={row.left} no={row.left ? oldNo(row.left) : undefined} />
      <Side line={row.right} no={row.right ? newNo(row.right) : undefined} />
    </div>
  ));
}

function Side(props: { line: DiffLine | null; no: number | undefined }) {
  const { line, no } = props;
  if (!line) return <div className="border-line bg-canvas first:border-r" />;
  return (
    <div
      className={cx(
        "grid min-w-0 grid-cols-[34px_18px_minmax(0,1fr)] border-line whitespace-pre-wrap first:border-r",
        GROUND[line.kind],
      )}
    >
      <Gutter line={line} no={no} />
      <Sign line={line} />
      <Text line={line} className="pr-2 break-words" />
    </div>
  );
}

const Gutter = (props: { line: DiffLine; no: number | undefined }) => (
  <span
    className={cx(
      "pr-2 text-right select-none",
      props.line.kind === "same" ? "text-subtle" : "text-muted",
    )}
  >
    {props.no}
  </span>
);

const Sign = (props: { line: DiffLine }) => (
  <span className={cx("text-center font-bold select-none", SIGN_TEXT[props.line.kind])}>
    {SIGN[props.line.kind]}
  </span>
);

function Text(props: { line: DiffLine; className: string }) {
  const { line, className } = props;
  if (line.kind === "same") return <span className={className}>{line.text}</span>;
  return (
    <span className={className}>
      {line.parts.map((part, index) =>
        part.changed ? (
          <mark key={index} className={cx("rounded-[2px] text-inherit", MARK[line.kind])}>
            {part.text}
          </mark>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </span>
  );
}
