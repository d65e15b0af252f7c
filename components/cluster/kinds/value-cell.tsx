"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFormat } from "@/components/hooks/use-format";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { Tag } from "@/components/ui/tag";
import type { ColumnType, KindInfo, RowStatus } from "@/lib/schemas/kube-kind";
import { objectHref } from "../cluster-links";
import { RowState } from "./row-state";
import { kindCalled } from "./use-kinds";

/** More would push the other columns away; the object's page has all. */
const MOST_TAGS = 2;

interface CellContext {
  readonly clusterId: string;
  readonly kinds: readonly KindInfo[];
  readonly namespace: string;
  readonly oneLine: boolean;
}

interface CellProps extends CellContext {
  readonly value: unknown;
}

/** One value of an object, shown by what it is. */
export function ValueCell(props: CellProps & { type: ColumnType }) {
  const { type, ...cell } = props;
  const Cell = CELLS[type];
  return <Cell {...cell} />;
}

const CELLS = {
  text: ({ value }: CellProps) => <Text value={value} />,
  number: NumberCell,
  bytes: BytesCell,
  time: ({ value }: CellProps) => <AgeCell at={typeof value === "string" ? value : ""} />,
  list: ({ value }: CellProps) => <Tags of={Array.isArray(value) ? value.map(String) : []} plain />,
  labels: ({ value }: CellProps) => <Tags of={labelTexts(value)} />,
  status: ({ value, oneLine }: CellProps) =>
    isStatus(value) ? <RowState status={value} oneLine={oneLine} /> : null,
  flag: FlagCell,
  reference: ReferenceCell,
} satisfies Record<ColumnType, (props: CellProps) => ReactNode>;

const isStatus = (value: unknown): value is RowStatus =>
  typeof value === "object" && value !== null && "tone" in value;

const labelTexts = (value: unknown) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).map(([key, text]) => `${key}=${String(text)}`)
    : [];

function Text({ value }: { value: unknown }) {
  const text = typeof value === "string" ? value : "";
  return (
    <span title={text} className="num block max-w-[52ch] truncate">
      {text}
    </span>
  );
}

function NumberCell({ value }: CellProps) {
  const format = useFormat();
  if (typeof value !== "number") return <Text value={value} />;
  return <span className={value === 0 ? "num text-muted" : "num"}>{format.number(value)}</span>;
}

function BytesCell({ value }: CellProps) {
  const format = useFormat();
  if (typeof value !== "number") return <Text value={value} />;
  return <span className="num">{format.bytes(value)}</span>;
}

function FlagCell({ value }: CellProps) {
  const words = useMessages().cluster.kinds;
  return <span className="text-muted">{value === true ? words.yes : words.no}</span>;
}

/** "ReplicaSet/nginx-7d8f": a link where the kind is known. */
function ReferenceCell({ value, clusterId, kinds, namespace }: CellProps) {
  const text = typeof value === "string" ? value : "";
  const at = text.indexOf("/");
  const info = kindCalled(kinds, text.slice(0, at));
  if (info === undefined || at < 0) return <Text value={text} />;
  const ref = {
    apiVersion: info.apiVersion,
    kind: info.kind,
    namespace: info.namespaced ? namespace : "",
    name: text.slice(at + 1),
  };
  return (
    <Link
      href={objectHref(clusterId, ref)}
      title={text}
      className="link block max-w-[40ch] truncate"
    >
      {text}
    </Link>
  );
}

function Tags(props: { of: readonly string[]; plain?: boolean }) {
  const words = useMessages().cluster.kinds;
  const shown = props.of.slice(0, MOST_TAGS);
  const rest = props.of.length - shown.length;
  if (props.plain === true)
    return <Text value={shown.join(", ") + (rest > 0 ? ` ${words.rest(rest)}` : "")} />;
  return (
    <span title={props.of.join("\n")} className="flex min-w-0 gap-1 overflow-hidden">
      {shown.map((text) => (
        <Tag key={text} className="min-w-0 shrink!">
          <span className="truncate">{text}</span>
        </Tag>
      ))}
      {rest > 0 && <span className="text-xs text-muted">{words.rest(rest)}</span>}
    </span>
  );
}
